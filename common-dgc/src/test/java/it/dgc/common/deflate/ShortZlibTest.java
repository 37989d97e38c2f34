package it.dgc.common.deflate;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("RFC 1950 and RFC 1951: whatever is compressed is inflated to the same by zlib itself")
class ShortZlibTest {

    /** RFC 1950, 2.2. */
    private static final int HEAD = 2;
    private final ShortZlib zlib = new ShortZlib();

    static Stream<byte[]> data() {
        Random random = new Random(1951);
        Stream<byte[]> noise = IntStream.of(0, 1, 2, 3, 4, 64, 405, 1024, 5000, 65_535, 65_536, 100_000)
                .mapToObj(length -> bytes(random, length, 256));
        Stream<byte[]> fewSymbols = IntStream.of(3, 257, 258, 259, 260, 515, 600, 40_000, 70_000)
                .mapToObj(length -> bytes(random, length, 2));
        Stream<byte[]> same = IntStream.of(3, 4, 257, 258, 259, 260, 261, 33_000).mapToObj(byte[]::new);
        return Stream.of(noise, fewSymbols, same, Stream.of(farApart(random))).flatMap(all -> all);
    }

    private static byte[] bytes(Random random, int length, int symbols) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) random.nextInt(symbols);
        }
        return bytes;
    }

    /** Repetitions just within the window and just beyond it. */
    private static byte[] farApart(Random random) {
        byte[] bytes = bytes(random, 80_000, 256);
        System.arraycopy(bytes, 0, bytes, Repetition.WINDOW, 100);
        System.arraycopy(bytes, 1000, bytes, 1000 + Repetition.WINDOW + 1, 100);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("data")
    void inflatesToTheSame(byte[] data) throws DataFormatException {
        assertThat(inflated(compressed(data), data.length)).isEqualTo(data);
    }

    @Test
    void inflatesToTheSameWhateverTheLengthAndDistanceOfARepetition() throws DataFormatException {
        Random random = new Random(3);
        for (int n = 0; n < 3000; n++) {
            byte[] data = bytes(random, 300 + random.nextInt(3000), 256);
            int from = random.nextInt(data.length / 2);
            int to = from + 1 + random.nextInt(data.length / 2 - 1);
            int length = Math.min(data.length - to, 3 + random.nextInt(300));
            for (int at = 0; at < length; at++) {
                data[to + at] = data[from + at];
            }
            assertThat(inflated(compressed(data), data.length)).isEqualTo(data);
        }
    }

    @Test
    void isNeverMuchLongerThanTheData() {
        byte[] noise = bytes(new Random(5), 60_000, 256);
        assertThat(compressed(noise)).hasSize(HEAD + 5 + noise.length + 4);
    }

    @Test
    void findsWhatRepeats() {
        byte[] text = "SINTETICA<MARIA ".repeat(60).getBytes(US_ASCII);
        assertThat(compressed(text).length).isLessThan(50);
    }

    @Test
    @DisplayName("RFC 1950, 2.2: the method is deflate, and head is a multiple of 31")
    void beginsAsZlibDataDoes() {
        byte[] data = compressed(new byte[10]);
        assertThat(data[0]).isEqualTo((byte) 0x78);
        assertThat((Byte.toUnsignedInt(data[0]) << 8 | Byte.toUnsignedInt(data[1])) % 31).isZero();
    }

    @Test
    void leavesNothingOfOneToTheNext() {
        byte[] first = compressed(bytes(new Random(6), 400, 256));
        compressed(bytes(new Random(7), 4000, 2));
        assertThat(compressed(bytes(new Random(6), 400, 256))).isEqualTo(first);
    }

    private byte[] compressed(byte[] data) {
        int length = zlib.compress(data, data.length);
        return Arrays.copyOf(zlib.buffer(), length);
    }

    private static byte[] inflated(byte[] data, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            byte[] out = new byte[length + 1];
            int count = inflater.inflate(out);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(out, count);
        } finally {
            inflater.end();
        }
    }
}
