package it.dgc.portal.retrieval.downloads;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import it.dgc.common.codes.Sha256;

/** What a link holds: a name for the store, and the key of what the store keeps under it. */
final class LinkToken {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String text;

    private LinkToken(String text) {
        this.text = text;
    }

    static LinkToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<LinkToken> parse(String text) {
        return Optional.ofNullable(text).filter(FORM.asMatchPredicate()).map(LinkToken::new);
    }

    String text() {
        return text;
    }

    /** @return leads from the link to the store, and not back */
    String name() {
        return Sha256.hex("download.name:" + text);
    }

    /** The key is used once, so the nonce need not differ. */
    byte[] seal(String content) {
        return run(Cipher.ENCRYPT_MODE, content.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if it was not sealed by this link */
    String open(byte[] sealed) {
        return new String(run(Cipher.DECRYPT_MODE, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived("download.key"), "AES"), new GCMParameterSpec(TAG_BITS,
                    Arrays.copyOf(derived("download.nonce"), NONCE_BYTES)));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A download cannot be sealed or opened", e);
        }
    }

    private byte[] derived(String purpose) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(text), "HmacSHA256"));
        return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "LinkToken[masked]";
    }
}
