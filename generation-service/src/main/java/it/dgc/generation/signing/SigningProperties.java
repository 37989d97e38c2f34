package it.dgc.generation.signing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The signing keys.
 *
 * @param keys in production at least one
 * @param developmentKeystore in development, where {@code keys} is empty: this PKCS#12 file is used, and made at first
 *        start
 */
@Validated
@ConfigurationProperties("dgc.signing")
record SigningProperties(@Valid @DefaultValue List<Key> keys, Path developmentKeystore) {

    /**
     * @param keystore PKCS#12 file with one key, its certificate and the certificate of its CSCA
     * @param password of the file and of the key
     * @param useFrom first instant of use; absent: the certificate's {@code notBefore}
     * @param useUntil end of use; absent: the day on which everything it signed expires
     */
    record Key(@NotNull Path keystore, @NotBlank String password, Instant useFrom, Instant useUntil) {

        @Override
        public String toString() {
            return "Key[keystore=" + keystore + ", password=***]";
        }
    }
}
