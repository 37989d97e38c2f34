package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        return new Secrets(new FieldCipher(FieldKeyset.read(directory)),
                new BlindIndex(KeysetFile.BLIND_INDEX.primitive(directory, PrfSet.class)),
                new CodeDerivation(KeysetFile.UVCI_DERIVATION.primitive(directory, PrfSet.class),
                        KeysetFile.AUTHCODE_DERIVATION.primitive(directory, PrfSet.class)));
    }

    /** Like {@link #load}, but makes the files that are missing; for development only. */
    public static Secrets loadOrCreate(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new SecretsException("The directory of the keysets cannot be made", e);
        }
        for (KeysetFile keyset : KeysetFile.values()) {
            keyset.createIfMissing(directory);
        }
        return load(directory);
    }

    /** @return what tells these secrets from others, and nothing of the keys; the field cipher has no part in it */
    public Fingerprint fingerprint() {
        return new Fingerprint(index.check(), codes.uvciCheck(), codes.authCodeCheck());
    }

    /**
     * Keyed hashes of constants, Base64: a store that keeps them can tell whether it is opened with the secrets that it
     * was written with. The keys that these depend on are for ever (architecture D2).
     *
     * @param index by the primary key of the blind index
     * @param uvci by the primary key that identifiers are derived with
     * @param authCode by the primary key that AUTHCODEs are derived with
     */
    public record Fingerprint(String index, String uvci, String authCode) {}
}
