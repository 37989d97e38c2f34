package it.dgc.common.fuzz;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.dgc.common.uvci.Uvci;
import org.junit.jupiter.api.DisplayName;

import static it.dgc.common.fuzz.Invariant.holds;
import static java.nio.charset.StandardCharsets.UTF_8;

@DisplayName("P29: Uvci on any text and any digest (Allegato B, \"Identificativo univoco\")")
class UvciFuzzTest {

    private static final int LENGTH = 38;
    private static final int DIGEST_BYTES = 16;

    @FuzzTest(maxDuration = "30s")
    void reads(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Optional<Uvci> parsed = Uvci.parse(text);
        holds(parsed.isPresent() == isMade(text), "parsing and making agree");
        parsed.ifPresent(uvci -> identifier(text, uvci));
        derived(bytes);
    }

    private static void identifier(String text, Uvci uvci) {
        holds(uvci.value().equals(text) && text.length() == LENGTH, "the value is the text, 38 characters");
        holds(uvci.revocationHash().equals(hash(text)), "the revocation list knows the SHA-256 of the exact text");
        holds(uvci.revocationHash().equals(new Uvci(text).revocationHash()), "and knows it for ever");
        holds(!uvci.toString().contains(text.substring(0, LENGTH / 2)), "the identifier is not printed");
        holds(closings(text.substring(0, LENGTH - 1)) == 1, "one check digit fits, no other");
        holds(Uvci.parse("URN:UVCI:" + text).isEmpty() && Uvci.parse(text + ' ').isEmpty(), "there is one form only");
    }

    private static long closings(String body) {
        return "0123456789".chars().filter(last -> Uvci.parse(body + (char) last).isPresent()).count();
    }

    private static void derived(byte[] digest) {
        byte[] before = digest.clone();
        try {
            Uvci uvci = Uvci.derive(digest);
            holds(digest.length >= DIGEST_BYTES, "fewer than 16 bytes are refused");
            holds(Uvci.parse(uvci.value()).filter(uvci::equals).isPresent(), "what is derived can be read");
            holds(uvci.equals(Uvci.derive(Arrays.copyOf(digest, DIGEST_BYTES))), "the first 16 bytes decide");
            identifier(uvci.value(), uvci);
        } catch (IllegalArgumentException refused) {
            holds(digest.length < DIGEST_BYTES, "16 bytes and more are taken");
        }
        holds(Arrays.equals(before, digest), "the digest is not changed");
    }

    private static boolean isMade(String text) {
        try {
            return new Uvci(text).value().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the platform lacks SHA-256", missing);
        }
    }
}
