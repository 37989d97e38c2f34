package it.dgc.generation.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.OptionalInt;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Encrypts personal fields before they reach a disk or a topic (architecture D10), always with the newest keyset that
 * was taken: its keys rotate while the service runs.
 */
public final class FieldCipher {

    private volatile FieldKeyset keyset;

    FieldCipher(FieldKeyset keyset) {
        this.keyset = keyset;
    }

    /**
     * @param plain what must not be read by whoever holds the store
     * @param context where the field stands; the same is needed to decrypt, so a field cannot be moved elsewhere
     * @return the encrypted field, with the id of its key inside
     */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return keyset.aead().encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SecretsException("A field could not be encrypted", e);
        }
    }

    /**
     * @param encrypted what {@link #encrypt} gave
     * @param context the context it was encrypted in
     * @return the field in clear
     * @throws DamagedFieldException if the key that the field names cannot open it, or it names none: it was altered or
     *         moved
     * @throws SecretsException if it names a key that the keyset does not have (now)
     */
    public byte[] decrypt(byte[] encrypted, String context) {
        FieldKeyset current = keyset;
        try {
            return current.aead().decrypt(encrypted, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            OptionalInt keyId = keyIdOf(encrypted);
            if (keyId.isPresent() && !current.keyIds().contains(keyId.getAsInt())) {
                throw new SecretsException("A field could not be decrypted: the keyset does not have its key", e);
            }
            throw new DamagedFieldException(e);
        }
    }

    /**
     * The key that a field was encrypted with, read from Tink's output prefix: {@code 0x01} and the id, big endian.
     *
     * @param encrypted what {@link #encrypt} gave
     * @return the key's id as it stands in the keyset, a signed number here where the file has an unsigned one; empty if
     *         this is no ciphertext of the kind that names its key (too short, or another first byte). Bytes of other
     *         origin may begin like one, so an id that no keyset has proves nothing.
     */
    public static OptionalInt keyIdOf(byte[] encrypted) {
        return encrypted.length < FieldKeyset.PREFIX_BYTES || encrypted[0] != FieldKeyset.PREFIX
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(encrypted).getInt(1));
    }

    /** @return ids of all keys that fields can be decrypted with now */
    public Set<Integer> keyIds() {
        return keyset.keyIds();
    }

    /** @return id of the key that fields are encrypted with now */
    public int primaryKeyId() {
        return keyset.primaryKeyId();
    }

    FieldKeyset keyset() {
        return keyset;
    }

    /** From here on; what is under way ends with the keyset that it began with. */
    void use(FieldKeyset newest) {
        keyset = newest;
    }
}
