package it.dgc.common.qr;

import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A photographed print is read")
class QrPhotographTest {

    /** Characters of a certificate with a long name. */
    private static final String TEXT = Texts.ofLength(540);
    private static final QrSymbol SYMBOL = QrSymbol.of(TEXT);

    private static final Photograph PHOTOGRAPH = Photograph.of(780, 660, 5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 11, 23, 45, 68, 97, 135, 181, 222, 269, 300, 333, 350})
    void atAnyAngle(double degrees) {
        assertRead(PHOTOGRAPH.turned(degrees).tilted(12).seeded((long) degrees));
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "25, 2", "30, 3", "35, 4", "40, 5", "40, 6", "40, 7", "40, 8"})
    void fromTheSide(double degrees, long seed) {
        assertRead(PHOTOGRAPH.turned(seed * 50).tilted(degrees).seeded(seed));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.5, 2", "2, 3", "2.2, 4"})
    void outOfFocus(double pixels, long seed) {
        assertRead(PHOTOGRAPH.turned(seed * 70).tilted(10).blurred(pixels).seeded(seed));
    }

    @ParameterizedTest
    @CsvSource({"15, 1", "25, 2", "40, 3", "40, 4"})
    void withTheGrainOfADarkRoom(double shades, long seed) {
        assertRead(PHOTOGRAPH.turned(seed * 80).tilted(10).noisy(shades).seeded(seed));
    }

    @ParameterizedTest
    @CsvSource({"190, 0.9, 1", "120, 0.8, 2", "40, 0.2, 3", "30, 0, 4"})
    void inUnevenLightOrFaint(double contrast, double shadow, long seed) {
        assertRead(PHOTOGRAPH.turned(seed * 60).tilted(10).noisy(2).lit(contrast, shadow).seeded(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whenAllComesTogether(long seed) {
        assertRead(PHOTOGRAPH.turned(seed * 61).tilted(25).blurred(1.2).noisy(6).lit(120, 0.5).seeded(seed));
    }

    @ParameterizedTest
    @CsvSource({"2.2, 1", "2.5, 2", "3, 3"})
    void whenItIsSmall(double module, long seed) {
        assertRead(Photograph.of(1000, 800, module).turned(seed * 40).tilted(8).blurred(0.5).noisy(3).seeded(seed));
    }

    @Test
    void whenItIsTheTwentiethPartOfALargePhotograph() {
        assertRead(Photograph.of(3000, 2200, 2.8).turned(33).tilted(15).blurred(0.8).noisy(5).lit(150, 0.4).seeded(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 250, 800, 1200})
    void whateverItsVersion(int characters) {
        String text = Texts.ofLength(characters);
        Photograph photograph = Photograph.of(1000, 900, 5).turned(characters).tilted(15).blurred(0.8).noisy(4);
        assertThat(QrReader.read(photograph.of(QrSymbol.of(text)))).contains(text);
    }

    @Test
    void andNothingElseIsReadInItsPlace() {
        assertThat(LongStream.range(0, 1).mapToObj(seed -> PHOTOGRAPH.blurred(7).noisy(40).seeded(seed).of(SYMBOL))
                .map(QrReader::read)).allSatisfy(text -> assertThat(text).isEmpty());
    }

    private static void assertRead(Photograph photograph) {
        assertThat(QrReader.read(photograph.of(SYMBOL))).as("%s", photograph).contains(TEXT);
    }
}
