package it.dgc.generation.secrets;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.util.Bytes;

/** One state of the field-encryption keyset; the cipher goes from one to the next while the service runs. */
final class FieldKeyset {

    /** Output prefix of Tink's own kind: this byte, then the key's id, big endian. */
    static final byte PREFIX = 1;
    /** Bytes of the whole output prefix. */
    static final int PREFIX_BYTES = 1 + Integer.BYTES;

    private final KeysetHandle handle;
    private final Aead aead;
    private final Map<Integer, Key> keys;

    private FieldKeyset(KeysetHandle handle, Aead aead) {
        this.handle = handle;
        this.aead = aead;
        this.keys = IntStream.range(0, handle.size()).mapToObj(handle::getAt)
                .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                .collect(Collectors.toUnmodifiableMap(KeysetHandle.Entry::getId, KeysetHandle.Entry::getKey));
    }

    /** @throws SecretsException if the file is missing, broken, or has a key whose id its ciphertexts would not tell */
    static FieldKeyset read(Path directory) {
        KeysetHandle handle = KeysetFile.FIELD_ENCRYPTION.read(directory);
        FieldKeyset keyset = new FieldKeyset(handle, KeysetFile.FIELD_ENCRYPTION.primitive(handle, Aead.class));
        if (!keyset.keys.entrySet().stream().allMatch(key -> namesItself(key.getKey(), key.getValue()))) {
            throw new SecretsException(KeysetFile.FIELD_ENCRYPTION
                    + " has a key whose output prefix is not of the kind TINK, so old fields could not be told from new ones");
        }
        return keyset;
    }

    private static boolean namesItself(int id, Key key) {
        byte[] prefix = ByteBuffer.allocate(PREFIX_BYTES).put(PREFIX).putInt(id).array();
        return key instanceof AeadKey aeadKey && aeadKey.getOutputPrefix().equals(Bytes.copyFrom(prefix));
    }

    KeysetHandle handle() {
        return handle;
    }

    Aead aead() {
        return aead;
    }

    /** @return ids of the keys that can decrypt; those that are disabled are not among them */
    Set<Integer> keyIds() {
        return keys.keySet();
    }

    int primaryKeyId() {
        return handle.getPrimary().getId();
    }

    /** @return ids of the keys that the other keyset lacks, or has with another key under the same id */
    Set<Integer> lostIn(FieldKeyset other) {
        return keys.entrySet().stream().filter(key -> !other.has(key.getKey(), key.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean has(int id, Key key) {
        return keys.containsKey(id) && keys.get(id).equalsKey(key);
    }

    boolean isSameAs(FieldKeyset other) {
        return handle.equalsKeyset(other.handle);
    }
}
