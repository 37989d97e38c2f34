package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;

/**
 * What an operator does to the field-encryption keyset file, step by step (architecture D10): add a key and hand the
 * file to every instance; promote the key and hand the file out again; wait until all stored fields are under it; drop
 * the old key.
 *
 * <p>An instance may see a file later than another. Were the first step left out, the late one would meet fields under
 * a key that it does not have.
 *
 * <p>Not for the other keysets: identifiers and indexes are functions of their keys. Each step replaces the file as a
 * whole; two of them at the same time are not for this class to sort out.
 */
public final class KeysetRotation {

    private static final KeysetFile FILE = KeysetFile.FIELD_ENCRYPTION;

    private KeysetRotation() {}

    /**
     * Adds a key that decrypts, and does not encrypt yet.
     *
     * @param directory holds {@code field-encryption.json}
     * @return the new key's id
     * @throws SecretsException if the file is missing or broken, or cannot be written
     */
    public static int addKey(Path directory) {
        KeysetHandle extended = withNewKey(readable(directory));
        FILE.replace(directory, extended);
        return extended.getAt(extended.size() - 1).getId();
    }

    /**
     * Makes a key the one that encrypts. Every instance must have taken the file with this key before.
     *
     * @param directory holds {@code field-encryption.json}
     * @param keyId a key of this keyset, not disabled
     * @throws SecretsException if there is no such key, the file is missing or broken, or cannot be written
     */
    public static void promote(Path directory, int keyId) {
        KeysetHandle keyset = readable(directory);
        int position = position(keyset, keyId);
        if (keyset.getAt(position).getStatus() != KeyStatus.ENABLED) {
            throw new SecretsException(FILE + " has this key disabled: it cannot become the primary key");
        }
        KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset);
        changed.getAt(position).makePrimary();
        FILE.replace(directory, built(changed));
    }

    /**
     * Removes a key. No stored field may need it any more; instances that run refuse the file otherwise, those that
     * start cannot.
     *
     * @param directory holds {@code field-encryption.json}
     * @param keyId a key of this keyset, not the primary one
     * @throws SecretsException if there is no such key or it is the primary one, the file is missing or broken, or
     *         cannot be written
     */
    public static void drop(Path directory, int keyId) {
        KeysetHandle keyset = readable(directory);
        int position = position(keyset, keyId);
        if (keyset.getAt(position).isPrimary()) {
            throw new SecretsException(FILE + " needs its primary key: promote another one first");
        }
        KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset);
        changed.deleteAt(position);
        FILE.replace(directory, built(changed));
    }

    /** A file that the service would refuse is not made worse by a tool. */
    private static KeysetHandle readable(Path directory) {
        return FieldKeyset.read(directory).handle();
    }

    private static int position(KeysetHandle keyset, int keyId) {
        return IntStream.range(0, keyset.size()).filter(i -> keyset.getAt(i).getId() == keyId).findFirst()
                .orElseThrow(() -> new SecretsException(FILE + " has no key with this id"));
    }

    private static KeysetHandle withNewKey(KeysetHandle keyset) {
        try {
            return KeysetHandle.newBuilder(keyset).addEntry(FILE.newKey()).build();
        } catch (GeneralSecurityException e) {
            throw new SecretsException("A key could not be made", e);
        }
    }

    private static KeysetHandle built(KeysetHandle.Builder keyset) {
        try {
            return keyset.build();
        } catch (GeneralSecurityException e) {
            throw new SecretsException(FILE + " cannot be changed in this way", e);
        }
    }
}
