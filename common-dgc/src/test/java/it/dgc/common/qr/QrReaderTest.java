package it.dgc.common.qr;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QrReaderTest {

    private static final String TEXT = Texts.ofLength(Texts.TYPICAL);

    private final BufferedImage picture = Pictures.of(QrSymbol.of(TEXT));

    @Nested
    class WhatThePlatformDrew {

        static IntStream lengths() {
            return IntStream.of(20, 21, 100, 205, 507, 559, 699, 1093, 1205, 2000, 2419, 2420, 2421, 3000, 3390, 3391,
                    3392, 4000, 4295, 4296);
        }

        @ParameterizedTest
        @MethodSource("lengths")
        void isReadBackWhateverItsLength(int characters) {
            String text = Texts.ofLength(characters);
            assertThat(QrReader.read(Pictures.of(QrSymbol.of(text)))).contains(text);
        }

        @ParameterizedTest
        @CsvSource({"Q, 2420", "M, 2420", "M, 3391", "L, 2420", "L, 3391", "L, 4296"})
        void isReadBackAtEachLevel(ErrorCorrection level, int characters) {
            String text = Texts.ofLength(characters);
            assertThat(QrReader.read(Pictures.of(QrSymbol.of(text, level)))).contains(text);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16})
        void isReadBackAtEachSize(int pixelsPerModule) {
            assertThat(QrReader.read(Pictures.decoded(QrSymbol.of(TEXT).png(pixelsPerModule)))).contains(TEXT);
        }

        @Test
        void isReadBackWhenADigitOnlyTextTookTheNumericMode() {
            String digits = "0123456789".repeat(20);
            assertThat(QrReader.read(Pictures.of(QrSymbol.of(digits)))).contains(digits);
        }
    }

    @Nested
    class WhatPeopleSend {

        @ParameterizedTest
        @ValueSource(doubles = {1, 7, 30, 45, 90, 135, 180, 222, 270, 300})
        void isReadWhenTurned(double degrees) {
            assertThat(QrReader.read(Pictures.turned(picture, degrees))).contains(TEXT);
        }

        @ParameterizedTest
        @ValueSource(doubles = {42, 63, 119, 133, 315})
        void isReadWhenTurnedAndDense(double degrees) {
            String text = Texts.ofLength(1205);
            BufferedImage small = Pictures.scaled(Pictures.of(QrSymbol.of(text)), 0.75);
            assertThat(QrReader.read(Pictures.turned(small, degrees))).contains(text);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.6, 0.75, 1.3, 1.5, 2.0, 2.7})
        void isReadWhenScaled(double factor) {
            assertThat(QrReader.read(Pictures.scaled(picture, factor))).contains(TEXT);
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4})
        void isReadWhenSlightlyBlurred(int pixels) {
            assertThat(QrReader.read(Pictures.blurred(Pictures.scaled(picture, 1), pixels))).contains(TEXT);
        }

        @Test
        void isReadWhenPhotographedFromTheSideInADimRoom() {
            BufferedImage photograph = Pictures
                    .dim(Pictures.blurred(Pictures.slanted(Pictures.turned(picture, 12)), 2));
            assertThat(QrReader.read(photograph)).contains(TEXT);
        }

        @Test
        void isReadWhenTheTerminalShowedItInverted() {
            assertThat(QrReader.read(Pictures.inverted(picture))).contains(TEXT);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        @DisplayName("Exif 2.3, orientation: a reader that passes over it still reads")
        void isReadWhenMirrored(boolean sideways) {
            assertThat(QrReader.read(Pictures.mirrored(Pictures.turned(picture, 90), sideways))).contains(TEXT);
        }

        @Test
        void isReadWhenTheGroundIsTransparent() {
            assertThat(QrReader.read(Pictures.transparent(picture))).contains(TEXT);
        }

        @Test
        void isReadWhenSomeoneCutTheQuietZoneAway() {
            int edge = 4 * QrSymbol.PIXELS_PER_MODULE;
            int side = picture.getWidth() - 2 * edge;
            assertThat(QrReader.read(picture.getSubimage(edge, edge, side, side))).contains(TEXT);
        }

        @Test
        void isReadFromALargePhotograph() {
            assertThat(QrReader.read(Pictures.turned(Pictures.scaled(picture, 4), 20))).contains(TEXT);
        }
    }

    @Nested
    class WhatIsNoSymbol {

        @ParameterizedTest
        @CsvSource({"1, 1", "1, 300", "300, 1", "2, 2", "20, 20", "300, 300"})
        void isNotReadFromAnEmptySheet(int width, int height) {
            assertThat(QrReader.read(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY))).isEmpty();
            assertThat(QrReader.read(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 6})
        void isNotReadFromNoise(int seed) {
            assertThat(QrReader.read(noise(new Random(seed), 40 + 30 * seed))).isEmpty();
        }

        @Test
        void isNotReadFromHalfASymbol() {
            assertThat(QrReader.read(picture.getSubimage(0, 0, picture.getWidth(), picture.getHeight() / 2))).isEmpty();
        }

        private static BufferedImage noise(Random random, int side) {
            BufferedImage noise = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            IntStream.range(0, side * side).forEach(at -> noise.setRGB(at % side, at / side, -random.nextInt(2)));
            return noise;
        }
    }
}
