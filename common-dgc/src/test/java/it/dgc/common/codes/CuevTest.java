package it.dgc.common.codes;

import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("CUEV: 10 characters, the last one checks the nine before it")
class CuevTest {

    @ParameterizedTest
    @ValueSource(strings = {"ABCDE1234E", "EXEMPT123U"})
    void acceptsTheRightCheckCharacter(String text) {
        assertThat(Cuev.parse(text)).hasValue(new Cuev(text));
    }

    @Test
    @DisplayName("the body may hold G, O and 0, which the check character never is")
    void acceptsEveryLetterAndDigitInTheBody() {
        assertThat(Cuev.parse("G0O1234568")).isPresent();
        assertThat(Cuev.parse("ABCDEFGHI9")).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ABCDE12345", "123456788", "CUEV-123456788", "CUEV-ABCDE1234E", "abcde1234e",
            "ABCDE1234E\n", "ABCDE 1234E", "ABCDE1234\0", "{\"$ne\":\"\"}", "ÀBCDE1234E",
            "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"})
    void refusesWhatIsNotExactlyACode(String text) {
        assertThat(Cuev.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Cuev(text))
                .withMessage("A CUEV is 10 of A-Z 0-9, the last one the right check character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDE1234E", "abcde1234e", "CUEV-ABCDE1234E", "cuev abcde 1234e",
            " CUEV - ABCDE-1234E \r\n",
            "CUEV\u2011ABCDE\u00A01234E", "cuevabcde1234e", "\tABCDE\u20131234E"})
    void acceptsWhatPeopleType(String typed) {
        assertThat(Cuev.fromTyped(typed)).hasValue(new Cuev("ABCDE1234E"));
    }

    @Test
    void takesTheWordForAPrefixOnlyWhereACodeFollows() {
        Cuev cuev = Cuev.ofBody("CUEVCUEV1");
        assertThat(Cuev.fromTyped(cuev.value())).hasValue(cuev);
        assertThat(Cuev.fromTyped(cuev.prefixed())).hasValue(cuev);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "CUEV-", "NUCG-ABCDE1234E", "ABCDE12345", "ABCDE1234\u0415", "ABCDE_1234E",
            "abcde\u01311234e", "ABCDE1234E ABCDE1234E"})
    void refusesWhatNobodyMeansAsACode(String typed) {
        assertThat(Cuev.fromTyped(typed)).isEmpty();
    }

    @Test
    void refusesOverlongTypingWithoutReadingIt() {
        assertThat(Cuev.fromTyped(" ".repeat(55) + "ABCDE1234E")).isEmpty();
        assertThat(Cuev.fromTyped(" ".repeat(54) + "ABCDE1234E")).isPresent();
    }

    @Test
    @DisplayName("clients send lower-case hex SHA-256 of CUEV- and the code")
    void hashesWithPrefix() {
        assertThat(new Cuev("ABCDE1234E").prefixed()).isEqualTo("CUEV-ABCDE1234E");
        assertThat(new Cuev("ABCDE1234E").sha256Hex())
                .isEqualTo("354474385371de7351bbe54b96d6c17cee1f385a58273c02f3b9049117a0f85e");
    }

    @ParameterizedTest
    @CsvSource({"ABCDE1234,ABCDE1234E", "EXEMPT123,EXEMPT123U", "123456788,123456788L"})
    void closesABody(String body, String code) {
        assertThat(Cuev.ofBody(body).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDE123", "ABCDE12345", "abcde1234", "ABCDE123-"})
    void closesNothingElse(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cuev.ofBody(body));
    }

    @Test
    void acceptsExactlyOneOfThirtySixCheckCharacters() {
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        Random random = new Random(33);
        for (int i = 0; i < 2_000; i++) {
            String body = random.ints(9, 0, all.length()).mapToObj(all::charAt).collect(StringBuilder::new,
                    StringBuilder::append, StringBuilder::append).toString();
            assertThat(all.chars().filter(c -> Cuev.parse(body + (char) c).isPresent()))
                    .containsExactly((int) Cuev.ofBody(body).value().charAt(9));
        }
    }
}
