package it.dgc.deploy.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Opens what the platform encrypted (architecture D10): bound to the place where it stands. */
final class Vault {

    private final Aead key;

    private Vault(Aead key) {
        this.key = key;
    }

    /** @param secrets the generation service's directory of keysets */
    static Vault open(Path secrets) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        return new Vault(TinkJsonProtoKeysetFormat
                .parseKeyset(Files.readString(secrets.resolve("field-encryption.json")), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    byte[] decrypt(byte[] encrypted, String place) {
        try {
            return key.decrypt(encrypted, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot be decrypted: " + place, e);
        }
    }
}
