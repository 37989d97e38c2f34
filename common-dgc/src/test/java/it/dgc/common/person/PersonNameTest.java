package it.dgc.common.person;

import java.util.stream.IntStream;

import it.dgc.common.person.PersonName.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Allegato B: surname and name of the holder, in their own script")
class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Rossi", "D'Àngelo", "D\u2019Angelo", "Dell\u02BCAcqua", "Nicolo`", "Nicolo\u00B4",
            "Müller-Lüdenscheidt", "Lüdenscheidt\u2010Rossi", "Παπαδοπούλου", "Иванова", "Đặng", "Ó Súilleabháin", "X",
            "'t Hooft",
            "De la Cruz", "Gal·la", "Martin Jr.", "Rossi, Bianchi", "محمد", "李", "אבו־חצירא", "राम", "Ștefănescu",
            "Łukasz"})
    void acceptsNamesAsPeopleBearThem(String text) {
        assertThat(PersonName.read(text)).isEqualTo(new NameReading.Accepted(new PersonName(text)));
        assertThat(new PersonName(text).value()).isEqualTo(text);
    }

    @Test
    @DisplayName("hcert-spec 3.3.6: NFC; e and U+0301 become one character")
    void composesDecomposedLetters() {
        assertThat(new PersonName("Andre\u0301").value()).isEqualTo("Andr\u00E9");
        assertThat(new PersonName("Andre\u0301")).isEqualTo(new PersonName("Andr\u00E9"));
    }

    @Test
    void trimsSpacesAndMakesThemPlain() {
        assertThat(new PersonName(" \u00A0De\u00A0Luca \u3000").value()).isEqualTo("De Luca");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00A0\u3000", "-", "'", ". .", "\u0301"})
    void refusesWhatHoldsNoLetter(String text) {
        assertThat(PersonName.read(text)).isEqualTo(new NameReading.Refused(Problem.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rossi\r\nINFO ok", "Rossi\n", "\tRossi", "Ros\u0000si", "Ros\u001Bsi", "Rossi\u0085",
            "Rossi\u2028", "Ros\u202Esi", "Ros\u200Bsi", "\uFEFFRossi", "Ros\u00ADsi", "Ros\u2066si"})
    void refusesWhatSteersInsteadOfShowing(String text) {
        assertThat(PersonName.read(text)).isEqualTo(new NameReading.Refused(Problem.CONTROL_CHARACTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R0ssi", "Rossi 2", "\u0661\u0662Rossi", "<script>", "Rossi>", "Rossi\uD83D\uDE00",
            "Ros\uD800si",
            "\uDC00Rossi", "Rossi & Figli", "Rossi/Bianchi", "Rossi$", "${7*7}a", "Rossi\u2122", "Ros_si", "\"Rossi\"",
            "Rossi\uE000", "Rossi\u0378", "Rossi\uFE0F", "Rossi\u3164", "\u2167Rossi", "Rossi\u20DD", "(Rossi)",
            "=Rossi"})
    void refusesWhatNoNameHas(String text) {
        assertThat(PersonName.read(text)).isEqualTo(new NameReading.Refused(Problem.ILLEGAL_CHARACTER));
    }

    @Test
    @DisplayName("DCC schema: at most 80, counted in code points after composition")
    void countsCodePointsOfTheComposedName() {
        assertThat(PersonName.read("A".repeat(80))).isInstanceOf(NameReading.Accepted.class);
        assertThat(PersonName.read("A".repeat(81))).isEqualTo(new NameReading.Refused(Problem.TOO_LONG));
        assertThat(PersonName.read("e\u0301".repeat(80))).isInstanceOf(NameReading.Accepted.class);
        assertThat(PersonName.read("\uD840\uDC00".repeat(80))).isInstanceOf(NameReading.Accepted.class);
        assertThat(PersonName.read(" " + "A".repeat(80) + " ")).isInstanceOf(NameReading.Accepted.class);
    }

    @Test
    void throwsTheProblemButNotTheTextWhereItIsMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("R0ssi"))
                .withMessage("Not a name: ILLEGAL_CHARACTER");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(null)).withMessage("Not a name: EMPTY");
    }

    @Test
    @DisplayName("whatever single character is accepted beside a letter survives a second reading unchanged")
    void isStableForEveryCharacterOfUnicode() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !isStable("A" + Character.toString(c) + "B")))
                .isEmpty();
    }

    private static boolean isStable(String text) {
        return switch (PersonName.read(text)) {
            case NameReading.Accepted(PersonName name) -> new PersonName(name.value()).equals(name);
            case NameReading.Refused(Problem problem) -> problem != Problem.TOO_LONG && problem != Problem.EMPTY;
        };
    }

    @ParameterizedTest
    @CsvSource({"Maria,Rossi,Ma*R", "X,Y,X*Y", "D\u2019Artagnan,De Luca,DA*D", "Élodie,Ørsted,Él*Ø", "李,王,李*王"})
    @DisplayName("messages name the receiver by two letters of the name, an asterisk, one letter of the surname")
    void masksForMessages(String given, String family, String masked) {
        assertThat(PersonName.masked(new PersonName(given), new PersonName(family))).isEqualTo(masked);
    }
}
