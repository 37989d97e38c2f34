package it.dgc.generation.intake;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("reliability A24: what is no address is refused, and nothing is sent there")
class ContactFormsTest {

    private static final Pattern EMAIL = Pattern.compile("(?=.{0,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9][A-Za-z0-9-]{0,62})+");
    private static final Pattern MOBILE = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final String SIGNS = "aZ09.@-+_' \r\n\"<>,:;\\\u00E8\u0660";
    private static final int MUTANTS = 20_000;

    static Stream<String> addresses() {
        return Stream.of("a@b.c", "a@b", "@b.c", "a@", "a@.c", "a@b.", "a@b..c", "a@-b.c", "a@b.-c", "a@b-.c",
                "a@b@c.d",
                "a".repeat(64) + "@b.c", "a".repeat(65) + "@b.c", "a@" + "b".repeat(63) + ".c",
                "a@" + "b".repeat(64) + ".c", "a@b." + "c".repeat(63), "a@b." + "c".repeat(64), "",
                "a@" + "b.".repeat(125) + "cc", "a@" + "b.".repeat(125) + "ccc", ".a.@b.c", "a b@c.d");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void takesAnAddressOfThePlainForm(String text) {
        assertThat(ContactForms.isEmail(text)).isEqualTo(EMAIL.matcher(text).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1234567", "+123456", "+123456789012345", "+1234567890123456", "+0234567", "1234567890",
            "+12345678\u0669", "+", "", "+1 234567", "++1234567"})
    void takesANumberWithItsCountryCode(String text) {
        assertThat(ContactForms.isMobile(text)).isEqualTo(MOBILE.matcher(text).matches());
    }

    @Test
    void takesOfSpoiltOnesWhatThePatternTakes() {
        Random random = new Random(9);
        for (int nth = 0; nth < MUTANTS; nth++) {
            String email = spoilt("maria.rossi-2@ex-ample.co.org", random);
            assertThat(ContactForms.isEmail(email)).as("%s", email).isEqualTo(EMAIL.matcher(email).matches());
            String mobile = spoilt("+39333123", random);
            assertThat(ContactForms.isMobile(mobile)).as("%s", mobile).isEqualTo(MOBILE.matcher(mobile).matches());
        }
    }

    private static String spoilt(String text, Random random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int place = random.nextInt(spoilt.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(3)) {
                case 0 -> spoilt.deleteCharAt(place);
                case 1 -> spoilt.insert(place, sign);
                default -> spoilt.setCharAt(place, sign);
            }
        }
        return spoilt.toString();
    }
}
