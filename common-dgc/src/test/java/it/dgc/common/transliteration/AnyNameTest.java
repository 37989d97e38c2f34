package it.dgc.common.transliteration;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import it.dgc.common.transliteration.Transliteration.Mapped;
import it.dgc.common.transliteration.Transliteration.Unmappable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Whatever the name, the outcome is a standardised name or a report")
class AnyNameTest {

    /** Names drawn for each alphabet; the seed is fixed, so that a failure comes again. */
    private static final int NAMES = 500;
    private static final long SEED = 9303;

    private static final List<int[]> ALPHABETS = List.of(range(0, 0x24F), range(0x300, 0x45F), range(0x600, 0x6D5),
            range(0x1E00, 0x1FFF), range(0x2000, 0x206F), range(0xD800, 0xDFFF), range(0xFB00, 0xFEFF),
            range(0, 0x10FFFF), "Ab -’ÄñŁ щґєіїйюяь ћџѓќѕў ΑΥΕΗΟΓΞΜΠϋύ ةمّـَ\u0301\u0308".codePoints().toArray());

    static IntStream alphabets() {
        return IntStream.range(0, ALPHABETS.size());
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void isMadeOfLettersAndSingleFillersOrReported(int alphabet) {
        assertThat(names(alphabet)).allSatisfy(name -> {
            switch (Icao9303.transliterate(name)) {
                case Mapped(String mrz) -> assertThat(mrz).matches("[A-Z]+(<[A-Z]+)*").hasSizeBetween(1, 80);
                case Unmappable(List<Integer> characters) ->
                    assertThat(characters).doesNotHaveDuplicates().isSubsetOf(charactersOf(name));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void isTheSameForEveryNormalisationForm(int alphabet) {
        assertThat(names(alphabet)).allSatisfy(name -> assertThat(Icao9303.transliterate(decomposed(name)))
                .isEqualTo(Icao9303.transliterate(name)));
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void isReachedInOneStep(int alphabet) {
        assertThat(names(alphabet)).allSatisfy(name -> {
            if (Icao9303.transliterate(name) instanceof Mapped mapped) {
                assertThat(Icao9303.transliterate(mapped.mrz().replace('<', ' '))).isEqualTo(mapped);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void isWhatTheTablesGiveWhereItTookTheShortWay(int alphabet) {
        assertThat(names(alphabet)).allSatisfy(
                name -> assertThat(Icao9303.transliterate(name)).isEqualTo(Icao9303.byTheTables(name)));
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    @DisplayName("whoever asks whether a text is a name's standardised form is told what writing it would show")
    void recognisesTheFormThatItWrites(int alphabet) {
        assertThat(names(alphabet)).allSatisfy(name -> {
            boolean isMapped = Icao9303.transliterate(name) instanceof Mapped;
            assertThat(Icao9303.isMappable(name)).isEqualTo(isMapped);
            if (Icao9303.transliterate(name) instanceof Mapped(String mrz)) {
                assertThat(Icao9303.isTransliteration(mrz, name)).isTrue();
                assertThat(others(mrz)).noneMatch(other -> Icao9303.isTransliteration(other, name));
            }
        });
    }

    private static Stream<String> others(String mrz) {
        return Stream.of("", mrz + "A", mrz + "<", "<" + mrz, mrz.substring(1), mrz.substring(0, mrz.length() - 1),
                mrz.toLowerCase(Locale.ROOT)).filter(other -> !other.equals(mrz));
    }

    @Test
    void takesTheShortWayWithLatin1AsTheTablesTakeTheLongOne() {
        var random = new Random(SEED);
        int[] letters = IntStream.range(0, 0x100).filter(c -> Latin1Names.mrz("A" + (char) c).isPresent()).toArray();
        assertThat(letters.length).isGreaterThan(130);
        for (int number = 0; number < 4 * NAMES; number++) {
            String name = name(random, letters, 120);
            Latin1Names.mrz(name).ifPresent(
                    mrz -> assertThat(Icao9303.byTheTables(name)).as("%s", name).isEqualTo(new Mapped(mrz)));
        }
    }

    private static Stream<String> names(int alphabet) {
        var random = new Random(SEED);
        return Stream.generate(() -> name(random, ALPHABETS.get(alphabet), 60)).limit(NAMES);
    }

    private static String name(Random random, int[] alphabet, int shorterThan) {
        int[] characters = random.ints(random.nextInt(shorterThan), 0, alphabet.length).map(index -> alphabet[index])
                .toArray();
        return new String(characters, 0, characters.length);
    }

    private static List<Integer> charactersOf(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().boxed().toList();
    }

    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD);
    }

    private static int[] range(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }
}
