package it.dgc.common.person;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import it.dgc.common.person.CodiceFiscale.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("DM 23 December 1976 n. 13813: codice fiscale")
class CodiceFiscaleTest {

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA80A01H501U", "PRVPRV25A01H501B", "MRARSS75P14H501I"})
    void acceptsTheRightCheckLetter(String text) {
        assertThat(CodiceFiscale.parse(text)).hasValue(new CodiceFiscale(text));
        assertThat(new CodiceFiscale(text).kind()).isEqualTo(Kind.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA80A01H50MM", "RSSMRAU0A01H501R", "RSSMRA80AL1H501F"})
    void acceptsOmocodia(String text) {
        assertThat(CodiceFiscale.parse(text)).map(CodiceFiscale::kind).hasValue(Kind.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA80A31H501X", "RSSMRA80A41H501Y", "RSSMRA80A71H501B", "RSSMRA80D30H501E",
            "RSSMRA80B29H501Q", "RSSMRA80B69H501U"})
    @DisplayName("accepts days 1 to 31 and 41 to 71 that the month has; 29 February in any year, the century is unknown")
    void acceptsPossibleDays(String text) {
        assertThat(CodiceFiscale.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA80A32H501C", "RSSMRA80D31H501D", "RSSMRA80B30H501X", "RSSMRA80A00H501V",
            "RSSMRA80A40H501Z", "RSSMRA80A72H501G", "RSSMRA80D71H501H"})
    @DisplayName("refuses days that no calendar has, though the check letter is right")
    void refusesImpossibleDays(String text) {
        assertThat(CodiceFiscale.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "RSSMRA80A01H501X", "AAABBB12A10H501F", "RSSMRA80F01H501G", "RSSMRA80A01H501",
            "RSSMRA80A01H501UU", "rssmra80a01h501u", "RSSMR\u041080A01H501U", "RSSMRA80A01H501U\r\nINFO ok",
            " RSSMRA80A01H501U", "RSSMRA80A01H501U\n", "RSSMRA80AO1H501I", "{\"$ne\":null}", "{\"$regex\":\"^R\"}"})
    void refusesEverythingElse(String text) {
        assertThat(CodiceFiscale.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CodiceFiscale(text))
                .withMessage("Not a codice fiscale, a provisional code, or an STP or ENI code");
    }

    @Test
    void refusesTenThousandCharacters() {
        assertThat(CodiceFiscale.parse("R".repeat(10_000))).isEmpty();
        assertThat(CodiceFiscale.fromTyped("R".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"00743110157,PROVISIONAL", "STP1234567890123,STP", "ENI0000000000001,ENI"})
    @DisplayName("accepts the codes of people without a codice fiscale of their own")
    void acceptsOtherKinds(String text, Kind kind) {
        assertThat(CodiceFiscale.parse(text)).map(CodiceFiscale::kind).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00743110158", "0074311015", "007431101570", "0074311015A", "STP123456789012",
            "STP12345678901234", "STP123456789012A", "stp1234567890123", "XYZ1234567890123"})
    void refusesOtherKindsWithAFlaw(String text) {
        assertThat(CodiceFiscale.parse(text)).isEmpty();
    }

    @Test
    void acceptsExactlyOneCheckDigitOfAProvisionalCode() {
        for (int serial = 0; serial < 2_000; serial++) {
            String body = "%010d".formatted(serial * 4_999_999L);
            assertThat(IntStream.range(0, 10).filter(d -> CodiceFiscale.parse(body + d).isPresent())).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA80A01H501U", "rssmra80a01h501u", "  RSS MRA 80A01 H501U ",
            "rss-mra-80a01-h501u\r\n"})
    void acceptsWhatPeopleType(String typed) {
        assertThat(CodiceFiscale.fromTyped(typed)).hasValue(new CodiceFiscale("RSSMRA80A01H501U"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "RSSMRA80A01H501X", "r\u017Fsmra80a01h501u", "RSSMRA80A01H501U\r\nINFO ok", "R\u0000"})
    void refusesWhatNobodyMeansAsACode(String typed) {
        assertThat(CodiceFiscale.fromTyped(typed)).isEmpty();
    }

    @Test
    @DisplayName("every one of the 128 omocodic forms passes with its own check letter and with no other")
    void acceptsEveryOmocodicFormWithItsOwnCheckLetterOnly() {
        for (String body : List.of("RSSMRA80A01H501", "PRVPRV25A41H501", "MRARSS75P14F205", "VRDGLI99T71Z404")) {
            for (int subset = 0; subset < 128; subset++) {
                String written = omocodic(body, subset);
                assertThat(IntStream.rangeClosed('A', 'Z')
                        .filter(letter -> CodiceFiscale.parse(written + (char) letter).isPresent()))
                        .containsExactly((int) CodiceFiscale.ofBody(written).value().charAt(15));
            }
        }
    }

    @Test
    @DisplayName("article 2 and following: which characters a place may hold, whatever check letter they lead to")
    void takesAtEachPlaceWhatTheDecreePutsThere() {
        String digit = "[0-9LMNPQRSTUV]";
        Pattern form = Pattern.compile("[A-Z]{6}" + digit + "{2}[ABCDEHLMPRST]" + digit + "{2}[A-Z]" + digit + "{3}");
        for (int place : new int[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14}) {
            for (char c = ' '; c < 0x100; c++) {
                String body = replaced("RSSMRA80A01H501", place, c);
                char check = form.matcher(body).matches() ? FiscalCodeForm.checkLetter(body) : 'A';
                assertThat(CodiceFiscale.parse(body + check).isPresent()).isEqualTo(form.matcher(body).matches());
            }
        }
    }

    @Test
    void takesNothingButDigitsBehindTheLettersOfStpAndEni() {
        for (char c = ' '; c < 0x100; c++) {
            for (int place = 3; place < 16; place++) {
                boolean isDigit = c >= '0' && c <= '9';
                assertThat(CodiceFiscale.parse(replaced("STP1234567890123", place, c)).isPresent()).isEqualTo(isDigit);
                assertThat(CodiceFiscale.parse(replaced("ENI1234567890123", place, c)).isPresent()).isEqualTo(isDigit);
            }
        }
    }

    private static String replaced(String text, int place, char c) {
        return text.substring(0, place) + c + text.substring(place + 1);
    }

    private static String omocodic(String body, int subset) {
        int[] places = {6, 7, 9, 10, 12, 13, 14};
        StringBuilder written = new StringBuilder(body);
        for (int i = 0; i < places.length; i++) {
            if ((subset >> i & 1) == 1) {
                int digit = body.charAt(places[i]) - '0';
                written.setCharAt(places[i], "LMNPQRSTUV".charAt(digit));
            }
        }
        return written.toString();
    }

    @Test
    void closesABodyOnlyIfItIsPossible() {
        assertThat(CodiceFiscale.ofBody("RSSMRA80A01H501").value()).isEqualTo("RSSMRA80A01H501U");
        assertThatIllegalArgumentException().isThrownBy(() -> CodiceFiscale.ofBody("RSSMRA80A32H501"));
        assertThatIllegalArgumentException().isThrownBy(() -> CodiceFiscale.ofBody("RSSMRA80A01H50"));
    }

    @Test
    void hashesAsClientsDo() {
        assertThat(new CodiceFiscale("RSSMRA80A01H501U").sha256Hex())
                .isEqualTo("82e98709e2f96efd33bed69e81ab7e25e2f363dd804e4014c46f36b9805bff6e");
    }
}
