package it.dgc.common.fuzz;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.CodiceFiscale.Kind;
import org.junit.jupiter.api.DisplayName;

import static it.dgc.common.fuzz.Invariant.holds;
import static java.nio.charset.StandardCharsets.UTF_8;

@DisplayName("P29: CodiceFiscale on any text (DM 23 December 1976 n. 13813)")
class CodiceFiscaleFuzzTest {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BODY = Pattern.compile("[A-Z0-9]{15}");

    @FuzzTest(maxDuration = "30s")
    void reads(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Optional<CodiceFiscale> parsed = CodiceFiscale.parse(text);
        holds(parsed.isPresent() == isMade(text), "parsing and making agree");
        parsed.ifPresent(code -> code(text, code));
        CodiceFiscale.fromTyped(text).ifPresent(code -> typed(text, code));
        body(text.substring(0, Math.min(15, text.length())));
    }

    private static void code(String text, CodiceFiscale code) {
        holds(code.value().equals(text), "the value is the text");
        holds(code.kind() == kindByForm(text), "the kind follows from the form");
        holds(HEX.matcher(code.sha256Hex()).matches(), "the hash is 64 hexadecimal digits");
        holds(!code.toString().contains(text), "the code is not printed");
        holds(CodiceFiscale.fromTyped(text).filter(code::equals).isPresent(), "what a machine sends can be typed");
        holds(CodiceFiscale.fromTyped(loose(text)).filter(code::equals).isPresent(), "so it can in small letters");
        if (code.kind() == Kind.PERSONAL || code.kind() == Kind.PROVISIONAL) {
            holds(closings(text.substring(0, text.length() - 1)) == 1, "one check character fits, no other");
        }
    }

    private static Kind kindByForm(String text) {
        if (text.length() == 11) {
            return Kind.PROVISIONAL;
        }
        // The seventh character of a personal code is a digit or one of nine letters, and so may be these' digits.
        boolean numbered = text.substring(3).chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered ? Kind.valueOf(text.substring(0, 3)) : Kind.PERSONAL;
    }

    private static String loose(String text) {
        return " " + text.substring(0, 6).toLowerCase(Locale.ROOT) + "-" + text.substring(6) + "\r\n";
    }

    private static long closings(String body) {
        return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars()
                .filter(last -> CodiceFiscale.parse(body + (char) last).isPresent()).count();
    }

    private static void typed(String text, CodiceFiscale code) {
        holds(text.length() >= code.value().length(), "nothing is added to what was typed");
        holds(CodiceFiscale.parse(code.value()).filter(code::equals).isPresent(), "a machine may send what was read");
    }

    /** Gets the fuzzer past the check letter, which it would hardly guess. */
    private static void body(String body) {
        closed(body).ifPresent(code -> {
            holds(BODY.matcher(body).matches() && code.value().startsWith(body), "a body is closed, and not changed");
            code(code.value(), code);
        });
    }

    private static Optional<CodiceFiscale> closed(String body) {
        try {
            return Optional.of(CodiceFiscale.ofBody(body));
        } catch (IllegalArgumentException refused) {
            holds(body.length() < 15 || !refused.getMessage().contains(body), "the message does not quote");
            return Optional.empty();
        }
    }

    private static boolean isMade(String text) {
        try {
            return new CodiceFiscale(text).value().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
