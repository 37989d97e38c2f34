package it.dgc.generation.secrets;

/**
 * Tells which keys stored fields still need, so that a running service does not take a keyset without one of them.
 *
 * <p>For those who store encrypted fields to implement; where nobody does, every key counts as needed.
 */
@FunctionalInterface
public interface KeysInUse {

    /**
     * @param keyId id of a field-encryption key, as {@link FieldCipher#keyIdOf} gives it
     * @return whether a stored field may be under this key; also true where that cannot be known now
     */
    boolean inUse(int keyId);
}
