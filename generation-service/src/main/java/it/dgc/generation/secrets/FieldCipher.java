package it.dgc.generation.secrets;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Encrypts personal fields before they reach a disk or a topic (architecture D10). */
public final class FieldCipher {

    private final Aead aead;

    FieldCipher(Aead aead) {
        this.aead = aead;
    }

    /**
     * @param plain what must not be read by whoever holds the store
     * @param context where the field stands; the same is needed to decrypt, so a field cannot be moved elsewhere
     * @return the encrypted field, with the id of its key inside
     */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SecretsException("A field could not be encrypted", e);
        }
    }

    /**
     * @param encrypted what {@link #encrypt} gave
     * @param context the context it was encrypted in
     * @return the field in clear
     * @throws SecretsException if no key of the keyset fits, or the field was altered or moved
     */
    public byte[] decrypt(byte[] encrypted, String context) {
        try {
            return aead.decrypt(encrypted, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SecretsException("A field could not be decrypted: wrong key, altered or moved", e);
        }
    }
}
