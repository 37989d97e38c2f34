package it.dgc.common.transliteration;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import java.util.stream.IntStream;

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
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("ICAO Doc 9303 part 3, section 6: transliterations recommended for use by States")
class TablesTest {

    private static List<Integer> lettersOf(UnicodeBlock... blocks) {
        List<UnicodeBlock> wanted = List.of(blocks);
        return IntStream.range(0, Character.MIN_SUPPLEMENTARY_CODE_POINT)
                .filter(letter -> Character.isLetter(letter) && wanted.contains(UnicodeBlock.of(letter))).boxed()
                .toList();
    }

    @Nested
    @DisplayName("A. Latin")
    class Latin {

        /** Drawn from no letter of the basic alphabet. */
        private static final List<Integer> WITHOUT_A_ROW = List.of(0x19B, 0x1AA, 0x1BB, 0x1BE, 0x1C0, 0x1C1, 0x1C2,
                0x1C3, 0x241, 0x242);

        static List<Integer> letters() {
            return lettersOf(UnicodeBlock.BASIC_LATIN, UnicodeBlock.LATIN_1_SUPPLEMENT, UnicodeBlock.LATIN_EXTENDED_A,
                    UnicodeBlock.LATIN_EXTENDED_ADDITIONAL);
        }

        static List<Integer> extendedB() {
            return lettersOf(UnicodeBlock.LATIN_EXTENDED_B);
        }

        @ParameterizedTest
        @CsvSource({"Łukasz Żółć, LUKASZ<ZOLC", "Jürgen Groß, JUERGEN<GROSS", "Đặng Þór, DANG<THOR", "Núñez, NUNEZ",
                "Åse Bjørn, AASE<BJOERN", "Cœur, COEUR", "Ægir Sigurður, AEGIR<SIGURDUR", "Ħal, HAL", "Ŋaŋa, NANA",
                "Ŧetta, TETTA", "Ĳsbrand, IJSBRAND", "Çelik Yıldız, CELIK<YILDIZ", "Șerban Ţăran, SERBAN<TARAN",
                "Nguyễn Thị Hương, NGUYEN<THI<HUONG", "Ğahangir Əliyev, GAHANGIR<ELIYEV", "Ǆenan, DZENAN",
                "Ｒｏｓｓｉ, ROSSI", "Mª, MA"})
        void writesNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Ǟ, AE", "Ǻ, AA", "Ȫ, OE", "Ǖ, UE", "Ǿ, OE", "Ǽ, AE", "Ậ, A", "Ǯ, Z"})
        @DisplayName("A letter with more accents than its row is the row and a lost accent")
        void losesTheAccentsBeyondTheRow(String letter, String mrz) {
            assertThat(mrz(letter)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @MethodSource("letters")
        void mapsEveryLetterOfTheBlocksOfEurope(int letter) {
            assertThat(mrz(Character.toString(letter))).matches("[A-Z]{1,2}");
        }

        @ParameterizedTest
        @MethodSource("extendedB")
        void mapsEveryLetterOfExtendedBThatIsDrawnFromAnother(int letter) {
            if (WITHOUT_A_ROW.contains(letter)) {
                assertThat(unmappable(Character.toString(letter))).containsExactly(letter);
            } else {
                assertThat(mrz(Character.toString(letter))).matches("[A-Z]{1,2}");
            }
        }
    }

    @Nested
    @DisplayName("B. Cyrillic")
    class Cyrillic {

        static List<Integer> letters() {
            return IntStream.rangeClosed(0x400, 0x45F).boxed().toList();
        }

        @ParameterizedTest
        @CsvSource({"Владимир Щукин, VLADIMIR<SHCHUKIN", "Фёдор Подъячев, FEDOR<PODIEIACHEV", "Игорь, IGOR",
                "Юлия Цой, IULIIA<TSOI", "Хачатур Жданов, KHACHATUR<ZHDANOV", "Эльмира Ыбырай, ELMIRA<YBYRAI",
                "Щерю Георгиев, SHCHERIU<GEORGIEV", "Володимир, VOLODIMIR", "Јанко Љубиша Њего, JANKO<LJUBISHA<NJEGO"})
        @DisplayName("Letters of no single language are written by the common rows")
        void writesNamesOfAnyLanguage(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Ґалаґан Їжак, GALAGAN<YIZHAK", "Євгенія Юрій Яна, YEVHENIIA<YURII<YANA",
                "Марія-Ярина Київська, MARIIA<YARYNA<KYIVSKA", "Йосип Гнатєв, YOSYP<HNATIEV",
                "Мар'яна Їжакевич, MARIANA<YIZHAKEVYCH"})
        @DisplayName("Ґ Є Ї: Ukrainian, with YE YI Y YU YA at the start of each component")
        void writesUkrainianNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Ђорђе Живковић, DORDE<ZIVKOVIC", "Џевад Хаџић, DZEVAD<HADZIC", "Шћепан Цвијић, SCEPAN<CVIJIC",
                "Чедомир Ђурић, CEDOMIR<DURIC", "Георгије Ђокић, HEORHIJE<DOKIC"})
        @DisplayName("Ђ Ћ Џ: Serbian")
        void writesSerbianNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Ѓорѓи Џајков, GJORGJI<DJAJKOV", "Христо Ќосев, HRISTO<KJOSEV", "Ѕвездан Цветков, DZVEZDAN<CVETKOV",
                "Ќиро Живков Чашуле, KJIRO<ZHIVKOV<CHASHULE", "Гоце Ѓорчев, GOCE<GJORCHEV"})
        @DisplayName("Ѓ Ќ Ѕ: Macedonian, also where Џ stands beside them")
        void writesMacedonianNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Уладзімір Каваленаў, ULADZIMIR<KAVALENAU", "Рыгор Ёўхім, RYHOR<IOUKHIM",
                "Ґервась Ўсеслаў, GERVAS<USESLAU"})
        @DisplayName("Ў: Belarusian, also where Ґ stands beside it")
        void writesBelarusianNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Ѫ, U", "Ѵ, Y", "Ғ, G", "Һ, C", "Ѐ, E", "Ѝ, I", "Ӥ, I", "И\u0301, I"})
        void writesRareLetters(String letter, String mrz) {
            assertThat(mrz(letter)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @MethodSource("letters")
        void mapsEveryLetterOfTheBlockUpTo045F(int letter) {
            assertThat(mrz("а" + Character.toString(letter) + "а")).matches("A[A-Z]{0,4}A");
        }

        @Test
        void reportsLettersWithoutARow() {
            assertThat(unmappable("Қайрат Өмір")).containsExactly((int) 'Қ', (int) 'Ө');
        }
    }

    @Nested
    @DisplayName("Greek: ELOT 743, type 2")
    class Greek {

        @ParameterizedTest
        @CsvSource({"Αλέξανδρος Παπαδόπουλος, ALEXANDROS<PAPADOPOULOS", "ΑΛΕΞΑΝΔΡΟΣ, ALEXANDROS", "Ψυχή, PSYCHI",
                "Θωμάς Ζήσης, THOMAS<ZISIS", "Χρήστος Οικονόμου, CHRISTOS<OIKONOMOU",
                "Ηλίας Ειρηναίος, ILIAS<EIRINAIOS",
                "Βασίλης Φωτίου, VASILIS<FOTIOU"})
        void writesNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Σταύρος, STAVROS", "Ευάγγελος, EVANGELOS", "Εύη, EVI", "Ευδοκία, EVDOKIA", "Ηυγένης, IVGENIS",
                "Ναυσικά, NAFSIKA", "Λευτέρης, LEFTERIS", "Ευθύμιος, EFTHYMIOS", "Ηυξήθη, IFXITHI", "Ταύ, TAF",
                "Ευ-Άννα, EF<ANNA"})
        @DisplayName("ΑΥ ΕΥ ΗΥ: V before a vowel or a voiced consonant, F before a voiceless one and at the end")
        void writesUpsilonAfterAVowelByWhatFollows(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Τσαούσης, TSAOUSIS", "Ταΰγετος, TAYGETOS", "Άυλος, AYLOS", "Πραΰς, PRAYS", "Βοϋκλής, VOYKLIS",
                "Μαΐου, MAIOU"})
        void readsNoDigraphAcrossAnAccentOrADiaeresis(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Άγγελος, ANGELOS", "Σφιγξ, SFINX", "Αγχίσης, ANCHISIS", "Γκίκας, GKIKAS", "Αγκίστρης, AGKISTRIS",
                "Ντόρα, NTORA", "Τζώρτζης, TZORTZIS"})
        void writesGammaAsNBeforeGammaXiAndChi(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Μπάμπης, BAMPIS", "Άννα-Μπέλλα, ANNA<BELLA", "Λάμπρος, LAMPROS", "Τζέιμπ, TZEIB"})
        @DisplayName("ΜΠ: B at either end of a word, MP within")
        void writesMuPiByItsPlaceInTheWord(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Νίκος, NIKOS", "ΝΙΚΟΣ, NIKOS", "νικοσ, NIKOS"})
        void writesFinalSigmaAsAnyOther(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"Ἀλέξανδρος, ALEXANDROS", "Εὐαγγελία, EVANGELIA", "Αὖλος, AVLOS", "Ῥόδη, RODI", "ᾼ, AI"})
        void losesTheAccentsOfPolytonicSpelling(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @Test
        void mapsEveryLetterOfTheModernAlphabet() {
            assertThat(IntStream.rangeClosed(0x386, 0x3CE).filter(Character::isLetter).mapToObj(Character::toString))
                    .hasSizeGreaterThan(60).allSatisfy(letter -> assertThat(mrz(letter)).matches("[A-Z]{1,2}"));
        }

        @Test
        void mapsEveryLetterOfPolytonicSpelling() {
            assertThat(lettersOf(UnicodeBlock.GREEK_EXTENDED)).hasSizeGreaterThan(200)
                    .allSatisfy(letter -> assertThat(mrz(Character.toString(letter))).matches("[A-Z]{1,2}"));
        }
    }

    @Nested
    @DisplayName("C. Arabic")
    class Arabic {

        @ParameterizedTest
        @CsvSource({"محمد, MXHMD", "عبد الرحمن, EBD<ALRXHMN", "آمال, XAAMAL", "أحمد, XAEXHMD",
                "ابو بكر محمد بن زكريا الرازي, ABW<BKR<MXHMD<BN<ZKRYA<ALRAZY",
                "پرویز چنگیزی, PRWXYAZ<XCNXGGXYAZXYA", "ژاله کریمی, XJALH<XKKRXYAMXYA", "ٹیپو, XXTXYAPW"})
        void writesNames(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"فاطمة, FAXTTMXAH", "فاطمة محمد, FAXTTMXAH<MXHMD", "فاطمةُ, FAXTTMXAH", "تةب, TXTAB"})
        @DisplayName("Teh marbuta: XTA, at the end of a component XAH")
        void writesTehMarbutaByItsPlaceInTheComponent(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @CsvSource({"محمّد, MXHMMD", "مُحَمَّد, MXHMMD", "عبّاس, EBBAS", "شدّاد, XSHDDAD", "بشّار, BXSHXSHAR",
                "مـّد, MMD"})
        @DisplayName("Shadda: the letter is written twice, wherever the vowel sign and the tatweel stand")
        void writesALetterWithShaddaTwice(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @ParameterizedTest
        @ValueSource(ints = {0x640, 0x64B, 0x64C, 0x64D, 0x64E, 0x64F, 0x650, 0x652, 0x670})
        @DisplayName("Harakat and tatweel are not encoded")
        void leavesOutVowelSignsAndTatweel(int sign) {
            assertThat(mrz("م" + Character.toString(sign) + "د")).isEqualTo("MD");
        }

        @Test
        void readsPresentationFormsAsTheLettersTheyShow() {
            assertThat(mrz("\uFEE3\uFEA4\uFEE4\uFEAA \uFEFB")).isEqualTo("MXHMD<LA");
        }

        @Test
        void mapsEveryLetterOfTheArabicLanguage() {
            assertThat(IntStream.concat(IntStream.rangeClosed(0x621, 0x63A), IntStream.rangeClosed(0x641, 0x64A))
                    .mapToObj(Character::toString)).hasSize(36)
                    .allSatisfy(letter -> assertThat(mrz(letter)).matches("[A-Z]{1,3}"));
        }

        @Test
        void reportsLettersWithoutARow() {
            assertThat(unmappable("ڤ")).containsExactly(0x06A4);
        }
    }

    @Nested
    class AcrossTables {

        @ParameterizedTest
        @CsvSource({"Anna Иванова, ANNA<IVANOVA", "Aдa Μαρία محمد, ADA<MARIA<MXHMD"})
        void readsEachLetterOfAMixedNameByItsOwnTable(String name, String mrz) {
            assertThat(mrz(name)).isEqualTo(mrz);
        }

        @Test
        void refusesASecondRowOfALetter() {
            assertThatIllegalStateException().isThrownBy(() -> Rows.of("Ä=AE 00C4=A"));
        }
    }
}
