package it.dgc.generation.signing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import it.dgc.common.hcert.KeyId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The signing keys.
 *
 * @param keys in production at least one
 * @param developmentKeystore in development, where {@code keys} is empty: this PKCS#12 file is used, and made at first
 *        start
 * @param leadTime how long verifiers have to fetch a new key before it signs: they synchronise once a day (Allegato B,
 *        chapter 4), and one that misses a day gets another. Less is for rehearsals
 * @param withdrawn identifiers of keys that verifiers shall trust no longer, as the log and
 *        {@code /v1/dgc/signercertificate/status} show them, whether or not the keys stand in {@code keys}. A line stays for
 *        as long as its key could come back there: without it the next start publishes the key again
 * @param selfVerification which signatures are verified before they leave
 */
@Validated
@ConfigurationProperties("dgc.signing")
record SigningProperties(@Valid @DefaultValue List<Key> keys, Path developmentKeystore,
        @NotNull @DurationMin @DefaultValue("48h") Duration leadTime, @DefaultValue List<String> withdrawn,
        @DefaultValue SelfVerification selfVerification) {

    private static final int KID_BYTES = 8;

    /** @throws IllegalArgumentException if what shall be withdrawn is no identifier of a key */
    SigningProperties {
        if (!withdrawn.stream().allMatch(SigningProperties::isKid)) {
            throw new IllegalArgumentException("A withdrawn key is named by its kid: 8 bytes in Base64");
        }
    }

    Set<KeyId> withdrawnKeys() {
        return withdrawn.stream().map(KeyId::ofBase64).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isKid(String text) {
        try {
            KeyId kid = KeyId.ofBase64(text);
            return kid.bytes().length == KID_BYTES && kid.base64().equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /**
     * One key, named by one of {@code keystore} and {@code token}.
     *
     * @param keystore PKCS#12 file with one key, its certificate and the certificate of its CSCA
     * @param token where the key is kept instead
     * @param password of the file and of the key; of a token, the PIN of its user
     * @param useFrom first instant of use; absent: the certificate's {@code notBefore}
     * @param useUntil end of use; absent: the day on which everything it signed expires
     */
    record Key(Path keystore, Token token, @NotBlank String password, Instant useFrom, Instant useUntil) {

        /** @throws IllegalArgumentException if both places are named, or none */
        Key {
            if ((keystore == null) == (token == null)) {
                throw new IllegalArgumentException("A signing key is named by a key store or by a token: one of them");
            }
        }

        static Key inKeystore(Path keystore, String password) {
            return new Key(keystore, null, password, null, null);
        }

        @Override
        public String toString() {
            return "Key[keystore=" + keystore + ", token=" + token + ", password=***]";
        }
    }

    /**
     * A key behind PKCS#11, sensitive and not extractable. The token holds the key and its certificate, both with one
     * identifier ({@code CKA_ID}), and the certificate of the CSCA, unless a file has it.
     *
     * @param configuration file for SunPKCS11: {@code name}, {@code library}, and the slot by {@code slot} or
     *        {@code slotListIndex}
     * @param alias label ({@code CKA_LABEL}) of the key's certificate; it chooses where the token holds several keys
     * @param csca file with the certificate of the CSCA, PEM or DER; absent: the token holds it. Needed also where the
     *        token holds certificates of two CSCAs with one name, because PKCS#11 looks for it by name
     */
    record Token(Path configuration, String alias, Path csca) {

        /** @throws IllegalArgumentException if the configuration or the alias is missing */
        Token {
            if (configuration == null || alias == null || alias.isBlank()) {
                throw new IllegalArgumentException("A signing token needs a configuration and the alias of the key");
            }
        }
    }
}
