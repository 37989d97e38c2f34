package it.dgc.common.qr.symbol;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("module for module what ZXing draws, in every version at every level")
class ZxingComparisonTest {

    private static final String DIGITS = "0123456789";
    private static final String CHARACTERS = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    static Stream<Arguments> sizes() {
        return Stream.iterate(1, number -> number + 1).limit(Version.LARGEST).map(Version::new)
                .flatMap(version -> Arrays.stream(Level.values()).map(level -> Arguments.of(version, level)));
    }

    static Stream<Arguments> sizesOfEachCount() {
        return sizes().filter(size -> ((Version) size.get()[0]).number() % 9 == 0);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    @DisplayName("the longest text of a version at one level, the shortest at the next")
    void drawsTheSame(Version version, Level level) throws WriterException {
        boolean full = (version.number() + level.ordinal()) % 2 == 0;
        assertSame(text(CHARACTERS, full ? longest(TextMode.ALPHANUMERIC, version, level) : shortest(version, level)),
                version, level);
    }

    @ParameterizedTest
    @MethodSource("sizesOfEachCount")
    @DisplayName("digits alone")
    void drawsTheSameOfDigits(Version version, Level level) throws WriterException {
        int rest = version.number() / 9 % 3;
        assertSame(text(DIGITS, longest(TextMode.NUMERIC, version, level) - rest), version, level);
    }

    private static int shortest(Version version, Level level) {
        return version.number() == 1
                ? 1
                : longest(TextMode.ALPHANUMERIC, new Version(version.number() - 1), level) + 1;
    }

    private static void assertSame(String text, Version version, Level level) throws WriterException {
        QRCode expected = Encoder.encode(text, ErrorCorrectionLevel.valueOf(level.name()));
        Symbol drawn = Symbol.of(text, level);
        assertThat(drawn.version()).isEqualTo(version.number()).isEqualTo(expected.getVersion().getVersionNumber());
        int differences = 0;
        for (int y = 0; y < drawn.side(); y++) {
            for (int x = 0; x < drawn.side(); x++) {
                differences += drawn.dark(x, y) == (expected.getMatrix().get(x, y) == 1) ? 0 : 1;
            }
        }
        assertThat(differences).as("%s %s, mask %s", version, level, expected.getMaskPattern()).isZero();
    }

    private static int longest(TextMode mode, Version version, Level level) {
        int characters = 0;
        while (mode.bits(characters + 1, version) <= 8 * level.dataCodewords(version)) {
            characters++;
        }
        return characters;
    }

    /** Ends in a letter where there are letters, so that the mode is known. */
    private static String text(String characters, int length) {
        StringBuilder text = new StringBuilder();
        new Random(length).ints(length - 1L, 0, characters.length()).mapToObj(characters::charAt).forEach(text::append);
        return text.append(characters.charAt(Math.min(10, characters.length() - 1))).toString();
    }
}
