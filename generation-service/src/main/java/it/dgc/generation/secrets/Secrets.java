package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;

/**
 * All secrets of the service but the signing keys.
 *
 * @param fields encryption of personal fields
 * @param index blind indexes
 * @param codes derivation of identifiers and codes
 */
public record Secrets(FieldCipher fields, BlindIndex index, CodeDerivation codes) {

    /**
     * @param directory holds {@code field-encryption.json}, {@code blind-index.json}, {@code uvci-derivation.json} and
     *        {@code authcode-derivation.json}, each a keyset in Tink's JSON format
     * @throws SecretsException if one is missing or broken
     */
    public static Secrets load(Path directory) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return new Secrets(
                    new FieldCipher(primitive(KeysetFile.FIELD_ENCRYPTION.read(directory), Aead.class)),
                    new BlindIndex(primitive(KeysetFile.BLIND_INDEX.read(directory), PrfSet.class)),
                    new CodeDerivation(primitive(KeysetFile.UVCI_DERIVATION.read(directory), PrfSet.class),
                            primitive(KeysetFile.AUTHCODE_DERIVATION.read(directory), PrfSet.class)));
        } catch (GeneralSecurityException e) {
            throw new SecretsException("The keysets cannot be used", e);
        }
    }

    /** Like {@link #load}, but makes the files that are missing; for development only. */
    public static Secrets loadOrCreate(Path directory) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            Files.createDirectories(directory);
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException("The directory of the keysets cannot be made", e);
        }
        for (KeysetFile keyset : KeysetFile.values()) {
            keyset.createIfMissing(directory);
        }
        return load(directory);
    }

    private static <P> P primitive(KeysetHandle keyset, Class<P> type) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), type);
    }
}
