package it.dgc.common.codes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("AUTHCODE: 12 of 33 symbols, the last one checks the eleven before it")
class AuthCodeTest {

    private static final String CODE = "A1B2C3D4E5FT";

    @Test
    void acceptsTheRightCheckCharacter() {
        assertThat(AuthCode.parse(CODE)).hasValue(new AuthCode(CODE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "A1B2C3D4E5FU", "A1B2C3D4E5F", "A1B2C3D4E5FTT", "a1b2c3d4e5ft", "A1B2C3D4E5F0",
            "A1B2C3D4EOFT", "A1B2C3D4EGFT", " A1B2C3D4E5FT", "A1B2C3D4E5FT\n", "{\"$ne\":null}"})
    void refusesWhatIsNotExactlyACode(String text) {
        assertThat(AuthCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AuthCode(text))
                .withMessage("An AUTHCODE is 12 symbols, the last one the right check character");
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "a1b2c3d4e5ft", "a1b2 c3d4 e5ft", "AUTHCODE A1B2C3D4E5FT", " A1B2-C3D4-E5FT\n"})
    void acceptsWhatPeopleType(String typed) {
        assertThat(AuthCode.fromTyped(typed)).hasValue(new AuthCode(CODE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "AUTHCODE", "CUEV-A1B2C3D4E5FT", "A1B2C3D4E5FU", "A1B2C3D4E5F\u0422"})
    void refusesWhatNobodyMeansAsACode(String typed) {
        assertThat(AuthCode.fromTyped(typed)).isEmpty();
    }

    @Test
    @DisplayName("clients send lower-case hex SHA-256 of the code without a prefix")
    void hashesWithoutPrefix() {
        assertThat(new AuthCode(CODE).sha256Hex())
                .isEqualTo("25e4986a44c86b41cde2dfa58a31c35092700e12a87bd9bc35ca6c142b6d6bdc");
    }

    @Test
    void isDerivedAsANumberToTheBaseOf33() {
        byte[] counting = new byte[32];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        byte[] ones = new byte[16];
        Arrays.fill(ones, (byte) 0xFF);
        assertThat(AuthCode.derive(new byte[16]).value()).isEqualTo("AAAAAAAAAAAH");
        assertThat(AuthCode.derive(counting).value()).isEqualTo("K1Y3L6AYYXCU");
        assertThat(AuthCode.derive(ones).value()).isEqualTo("1BRNFVFCJB5I");
    }

    @Test
    void refusesADigestThatIsTooShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> AuthCode.derive(new byte[15]));
    }

    @Test
    @DisplayName("each of the 33 symbols comes up about as often as the others in each of the 11 places")
    void isDerivedEvenly() {
        int draws = 33_000;
        int[][] counts = new int[11][128];
        Set<String> seen = new HashSet<>();
        Random random = new Random(12);
        byte[] digest = new byte[32];
        for (int i = 0; i < draws; i++) {
            random.nextBytes(digest);
            String code = AuthCode.derive(digest).value();
            assertThat(AuthCode.parse(code)).isPresent();
            seen.add(code);
            for (int place = 0; place < 11; place++) {
                counts[place][code.charAt(place)]++;
            }
        }
        assertThat(seen).hasSize(draws);
        // 1,000 expected of each; 6 standard deviations are about 187.
        for (int[] place : counts) {
            assertThat(CheckSymbol.ALPHABET.chars().map(symbol -> place[symbol])).allMatch(n -> n > 813 && n < 1_187);
        }
    }

    @Test
    void noticesEverySingleWrongSymbolThatChangesTheSum() {
        int undetected = 0;
        for (int place = 0; place < 11; place++) {
            for (char symbol : CheckSymbol.ALPHABET.toCharArray()) {
                StringBuilder slip = new StringBuilder(CODE);
                slip.setCharAt(place, symbol);
                boolean same = slip.toString().equals(CODE);
                boolean sameSum = FiscalCodeSum.of(slip.substring(0, 11)) == FiscalCodeSum.of(CODE.substring(0, 11));
                assertThat(AuthCode.parse(slip.toString()).isPresent()).isEqualTo(sameSum);
                undetected += sameSum && !same ? 1 : 0;
            }
        }
        // A and 1 weigh differently; 1 and B, 2 and C ... weigh alike: the rule of the national apps, not ours.
        assertThat(undetected).isPositive();
    }
}
