package it.dgc.common.fuzz;

import java.util.Arrays;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.dgc.common.hcert.Compression;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.HcertRefusal;
import it.dgc.common.hcert.base45.Base45;
import org.junit.jupiter.api.DisplayName;

import static it.dgc.common.fuzz.Invariant.holds;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

@DisplayName("P29: Base45 and inflation on any bytes, never more than 64 KiB (RFC 9285, RFC 1950)")
class Base45FuzzTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int MAX_INFLATED = 64 * 1024;
    private static final String PREFIX = "HC1:";

    @FuzzTest(maxDuration = "30s")
    void reads(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        decoded(text);
        encoded(bytes);
        inflated(bytes);
        deflated(repeated(bytes));
        inspected(text);
        inspected(PREFIX + text);
    }

    private static void decoded(String text) {
        Optional<byte[]> decoded = Base45.decode(text);
        holds(decoded.isPresent() == isBase45(text), "exactly what RFC 9285 allows is decoded");
        decoded.ifPresent(bytes -> holds(Base45.encode(bytes).equals(text), "every text has bytes of its own"));
        decoded.ifPresent(Base45FuzzTest::inflated);
    }

    /** RFC 9285, sections 4 and 6, group by group and without any table. */
    private static boolean isBase45(String text) {
        for (int from = 0; from < text.length(); from += 3) {
            String group = text.substring(from, Math.min(from + 3, text.length()));
            int number = 0;
            for (int at = group.length() - 1; at >= 0; at--) {
                int value = ALPHABET.indexOf(group.charAt(at));
                if (value < 0) {
                    return false;
                }
                number = ALPHABET.length() * number + value;
            }
            if (group.length() == 1 || number > (group.length() == 3 ? 0xFFFF : 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static void encoded(byte[] bytes) {
        String text = Base45.encode(bytes);
        holds(text.length() == bytes.length / 2 * 3 + bytes.length % 2 * 2, "two bytes are three characters");
        holds(Arrays.equals(bytes, Base45.decode(text).orElseThrow()), "what is encoded decodes");
    }

    private static void inflated(byte[] deflated) {
        Compression.inflate(deflated).ifPresent(bytes -> {
            holds(bytes.length <= MAX_INFLATED, "never more than 64 KiB");
            holds(Compression.inflate(Arrays.copyOf(deflated, deflated.length + 1)).isEmpty(), "nothing may follow");
            holds(Compression.inflate(Arrays.copyOf(deflated, deflated.length - 1)).isEmpty(), "nothing may be cut");
            holds(Arrays.equals(bytes, Compression.inflate(Compression.deflate(bytes)).orElseThrow()), "it deflates");
        });
    }

    private static void deflated(byte[] bytes) {
        Optional<byte[]> back = Compression.inflate(Compression.deflate(bytes));
        holds(back.isPresent() == bytes.length <= MAX_INFLATED, "64 KiB are inflated, and not a byte more");
        back.ifPresent(inflated -> holds(Arrays.equals(bytes, inflated), "what is deflated inflates"));
    }

    /** Few bytes, and the first one says how often: beyond the cap at the most. */
    private static byte[] repeated(byte[] bytes) {
        int times = bytes.length == 0 ? 0 : Byte.toUnsignedInt(bytes[0]);
        byte[] all = new byte[Math.min(times * bytes.length, MAX_INFLATED + bytes.length)];
        for (int at = 0; at < all.length; at++) {
            all[at] = bytes[at % bytes.length];
        }
        return all;
    }

    private static void inspected(String text) {
        if (HcertDecoder.inspect(text) instanceof HcertInspection.Unreadable unreadable) {
            holds(text.startsWith(PREFIX) == (unreadable.reason() != HcertRefusal.INVALID_SCHEME_PREFIX),
                    "the prefix is looked at first");
            holds(!text.startsWith(PREFIX) || isBase45(text.substring(PREFIX.length()))
                    || unreadable.reason() == HcertRefusal.BASE_45_DECODING_FAILED, "then the characters");
        }
    }
}
