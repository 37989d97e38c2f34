package it.dgc.portal.limits.keys;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** HMAC-SHA-256 (RFC 2104) over what is told apart by purpose: one key, and no hash of one use is one of another. */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    /** Bytes; as long as the digest (RFC 2104, section 3). */
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;

    /**
     * @param key at least 32 bytes
     * @throws IllegalArgumentException if there are fewer
     */
    public KeyedHash(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key of a keyed hash has at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @return 32 bytes, always the same for the same purpose and parts */
    public byte[] bytes(String purpose, String... parts) {
        Mac mac = mac();
        mac.update(measured(purpose));
        for (String part : parts) {
            mac.update(measured(part));
        }
        return mac.doFinal();
    }

    /** @return {@link #bytes} as 43 characters of Base64 for URLs, without padding */
    public String text(String purpose, String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(purpose, parts));
    }

    @Override
    public String toString() {
        return "KeyedHash[masked]";
    }

    /** With its length before it, so that where one part ends and the next begins cannot be moved. */
    private static byte[] measured(String part) {
        return (part.length() + ":" + part).getBytes(UTF_8);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
