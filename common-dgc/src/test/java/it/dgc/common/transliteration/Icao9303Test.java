package it.dgc.common.transliteration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import it.dgc.common.transliteration.Transliteration.Mapped;
import it.dgc.common.transliteration.Transliteration.Unmappable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.transliteration.Names.mrz;
import static it.dgc.common.transliteration.Names.unmappable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

@DisplayName("ICAO Doc 9303 part 3: standardised names")
class Icao9303Test {

    @Nested
    @DisplayName("4.6 Step 1: composed form and capitals")
    class CapitalsOfTheComposedForm {

        @ParameterizedTest
        @ValueSource(strings = {"José Peña", "Jürgen Groß", "Đặng Þór", "Ångström", "Їжак Йосип", "Ёлкин", "Ѓорѓи",
                "Αλέξανδρος Μαΐου", "Άυλος", "آمنة", "مؤمن"})
        void writesDecomposedInputAsComposed(String name) {
            String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);

            assertThat(decomposed).isNotEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
            assertThat(mrz(decomposed)).isEqualTo(mrz(name));
        }

        @ParameterizedTest
        @CsvSource({"rossi, ROSSI", "groß, GROSS", "GROẞ, GROSS", "ışık, ISIK", "İnce, INCE", "ŉ Dlamini, N<DLAMINI",
                "ﬁore, FIORE", "щукин, SHCHUKIN", "παπάς, PAPAS"})
        void writesCapitalsWhateverTheLanguageOfTheMachine(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @Test
        void stripsWhiteSpaceAtTheEnds() {
            assertThat(mrz(" \t Rossi\u00A0\n")).isEqualTo("ROSSI");
        }
    }

    @Nested
    @DisplayName("4.6 Step 2: apostrophes are omitted and join what they part")
    class Apostrophes {

        @ParameterizedTest
        @ValueSource(ints = {0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2032,
                0xFF07, 0x1FEF, 0x1FFD})
        void joinsWhatAnApostropheParts(int apostrophe) {
            assertThat(mrz("D" + Character.toString(apostrophe) + "Angelo")).isEqualTo("DANGELO");
        }

        @ParameterizedTest
        @CsvSource(quoteCharacter = '"', value = {"D'Artagnan, DARTAGNAN", "De la Cruz-O’Brien, DE<LA<CRUZ<OBRIEN",
                "'t Hooft, T<HOOFT", "Мар'яна, MARIANA", "Ka\u02BBahumanu, KAAHUMANU"})
        void writesNamesWithApostrophes(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }
    }

    @Nested
    @DisplayName("4.6 Step 3: hyphens, commas and white space become fillers, other punctuation is omitted")
    class Punctuation {

        @ParameterizedTest
        @ValueSource(ints = {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63, 0xFF0D, ',', 0x60C,
                0xFF0C, ' ', '\t', '\n', 0x85, 0xA0, 0x2009, 0x202F, 0x3000})
        void writesOneFillerForASeparator(int separator) {
            assertThat(mrz("Anna" + Character.toString(separator) + "Maria")).isEqualTo("ANNA<MARIA");
        }

        @ParameterizedTest
        @ValueSource(ints = {0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202B, 0x2060, 0x2067, 0xFEFF, 0x61C})
        void passesOverInvisibleFormatCharacters(int invisible) {
            assertThat(mrz("An" + Character.toString(invisible) + "na")).isEqualTo("ANNA");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"Dr. M|DR<M", "Rossi, Maria|ROSSI<MARIA",
                "St.John|STJOHN", "Martin (Luther)|MARTIN<LUTHER", "Rossi; Bianchi|ROSSI<BIANCHI",
                "Anna - Maria|ANNA<MARIA", "-Anna,, -Maria-|ANNA<MARIA", "Anna . Maria|ANNA<MARIA", "Coŀlell|COLLELL",
                "Col·lell|COLLELL", "Marilù Teresa|MARILU<TERESA", "Di Caprio|DI<CAPRIO"})
        void leavesSingleFillersBetweenComponents(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }
    }

    @Nested
    @DisplayName("4.6 Step 5: at most 80 characters, never a filler at the end")
    class Length {

        @Test
        void keepsEightyCharacters() {
            assertThat(mrz("a".repeat(80))).isEqualTo("A".repeat(80));
        }

        @Test
        void cutsTheEightyFirst() {
            assertThat(mrz("a".repeat(79) + "bc")).isEqualTo("A".repeat(79) + "B");
        }

        @Test
        void dropsTheFillerThatACutLeavesAtTheEnd() {
            assertThat(mrz("a".repeat(79) + " Bianchi")).isEqualTo("A".repeat(79));
        }

        @Test
        void keepsTheFirstLetterAfterAFiller() {
            assertThat(mrz("a".repeat(78) + " Bianchi")).isEqualTo("A".repeat(78) + "<B");
        }

        @Test
        @DisplayName("The cut counts characters of the result, even inside the four that are written for Щ")
        void cutsInsideALetterWrittenByFour() {
            assertThat(mrz("а".repeat(78) + "щ")).isEqualTo("A".repeat(78) + "SH");
        }

        @Test
        void reportsWhatHasNoMappingBeyondTheCut() {
            assertThat(unmappable("a".repeat(100) + "7")).containsExactly((int) '7');
        }
    }

    @Nested
    @DisplayName("What has no mapping is reported, never dropped")
    class Reports {

        static List<String> withoutATable() {
            return List.of("გიორგი", "Հայկ", "王小明", "さくら", "김민수", "דוד", "สมชาย", "अनिल", "12", "٣", "Ⅷ", "½", "😀",
                    "€",
                    "+", "<", "©", "\u0000", "\u0600", "\uFFFD", "ǃ", "Ɂ");
        }

        @ParameterizedTest
        @MethodSource("withoutATable")
        void reportsScriptsWithoutATableDigitsAndSymbols(String name) {
            assertThat(unmappable(name)).isNotEmpty().doesNotHaveDuplicates().first().isEqualTo(name.codePointAt(0));
        }

        @Test
        void reportsEachCharacterOnceInOrderAsItStandsInTheName() {
            assertThat(unmappable("Anna 7გაგა Ⅷ7😀")).containsExactly((int) '7', (int) 'გ', (int) 'ა', (int) 'Ⅷ',
                    0x1F600);
        }

        @Test
        void reportsVowelSignsOfScriptsWithoutATable() {
            assertThat(unmappable("a\u05B4")).containsExactly(0x05B4);
        }

        @Test
        void reportsHalfASurrogatePair() {
            assertThat(unmappable("Anna\uD83D")).containsExactly(0xD83D);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "-", "'", "...", "Ь", "ь-ь", "ـ", "\u0301"})
        @DisplayName("A name of which nothing is written is unmappable, though each character is known")
        void reportsNamesOfWhichNothingIsWritten(String name) {
            assertThat(unmappable(name)).isEmpty();
        }

        @Test
        void refusesNoNameAtAll() {
            assertThatNullPointerException().isThrownBy(() -> Icao9303.transliterate(null));
        }
    }

    @Nested
    class Outcomes {

        @Test
        void printNothingOfTheName() {
            assertThat(Icao9303.transliterate("Rossi")).hasToString("Mapped[5 characters]");
            assertThat(Icao9303.transliterate("გა")).hasToString("Unmappable[2 characters without a mapping]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<", "<A", "A<", "A<<B", "a", "A B", "A1", "À"})
        void refuseWhatIsNoStandardisedName(String mrz) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Mapped(mrz)).withMessageContaining("A-Z");
        }

        @Test
        void refuseMoreThanEightyCharacters() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Mapped("A".repeat(81)));
        }

        @Test
        void keepTheirCharactersWhenTheListGivenChanges() {
            List<Integer> given = new ArrayList<>(List.of(1));
            var unmappable = new Unmappable(given);
            given.clear();

            assertThat(unmappable.codePoints()).containsExactly(1);
        }
    }
}
