package it.dgc.revocation.drl.hashes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

import it.dgc.common.uvci.Uvci;

/**
 * What the list knows of a certificate: SHA-256 of its identifier (VerificaC19 protocol, section 2; D8). Four numbers and
 * no array, so that it compares by value and costs no second object.
 *
 * @param first bytes 0 to 7, big-endian
 * @param second bytes 8 to 15
 * @param third bytes 16 to 23
 * @param fourth bytes 24 to 31
 */
public record RevokedHash(long first, long second, long third, long fourth) {

    /** Of SHA-256 (FIPS 180-4). */
    public static final int BYTES = 32;

    /** The neutral element of {@link #xor}. */
    public static final RevokedHash ZERO = new RevokedHash(0, 0, 0, 0);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /**
     * @param uvci an identifier
     * @return its name in the list
     */
    public static RevokedHash of(Uvci uvci) {
        return at(Base64.getDecoder().decode(uvci.revocationHash()), 0);
    }

    /**
     * @param bytes holds the hash
     * @param offset where it begins
     * @return the hash
     */
    public static RevokedHash at(byte[] bytes, int offset) {
        return new RevokedHash((long) LONGS.get(bytes, offset), (long) LONGS.get(bytes, offset + 8),
                (long) LONGS.get(bytes, offset + 16), (long) LONGS.get(bytes, offset + 24));
    }

    /**
     * @param base64 what may be a hash; may be {@code null}
     * @return the hash, or nothing if the text is not the one spelling of 32 bytes that encoders produce
     */
    public static Optional<RevokedHash> read(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64 == null ? "" : base64);
            return bytes.length == BYTES
                    ? Optional.of(at(bytes, 0)).filter(h -> h.base64().equals(base64))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * @param to takes the hash
     * @param offset where it is to begin
     */
    public void write(byte[] to, int offset) {
        LONGS.set(to, offset, first);
        LONGS.set(to, offset + 8, second);
        LONGS.set(to, offset + 16, third);
        LONGS.set(to, offset + 24, fourth);
    }

    /**
     * @param other a hash
     * @return both, mixed: a set of hashes, whatever its order, has one such sum
     */
    public RevokedHash xor(RevokedHash other) {
        return new RevokedHash(first ^ other.first, second ^ other.second, third ^ other.third, fourth ^ other.fourth);
    }

    /** @return 44 characters, as verifiers get it */
    public String base64() {
        byte[] bytes = new byte[BYTES];
        write(bytes, 0);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
