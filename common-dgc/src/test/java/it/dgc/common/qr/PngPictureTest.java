package it.dgc.common.qr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("ISO/IEC 15948: the PNG of a symbol")
class PngPictureTest {

    private final QrSymbol symbol = QrSymbol.of(Texts.ofLength(Texts.TYPICAL));

    @Test
    void startsWithTheSignature() {
        assertThat(symbol.png()).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    @Test
    void declaresOneBitGreyscaleWithoutInterlace() {
        int side = symbol.modules() * 4;
        assertThat(chunks(symbol.png()).getFirst().data())
                .isEqualTo(ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[]{1, 0, 0, 0, 0}).array());
    }

    @Test
    void holdsNoTextAndNoOtherMetadata() {
        assertThat(chunks(symbol.png())).extracting(Chunk::type).containsExactly("IHDR", "IDAT", "IEND");
    }

    @Test
    void checksumsEachChunkByTypeAndData() {
        assertThat(chunks(symbol.png())).allSatisfy(chunk -> assertThat(chunk.crc()).isEqualTo(chunk.computedCrc()));
    }

    @Test
    void isReadByAnotherDecoderAsTwoColours() {
        BufferedImage image = Pictures.decoded(symbol.png());
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(image.getRaster().getDataBuffer().getDataType()).isEqualTo(DataBuffer.TYPE_BYTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 32})
    void paintsEveryPixelOfAModuleAlike(int pixelsPerModule) {
        BufferedImage image = Pictures.decoded(symbol.png(pixelsPerModule));
        assertThat(image.getWidth()).isEqualTo(symbol.modules() * pixelsPerModule).isEqualTo(image.getHeight());
        assertThat(differences(symbol, image, pixelsPerModule)).isZero();
    }

    @ParameterizedTest
    @MethodSource("lengthsOfAllVersions")
    @DisplayName("RFC 1950 and 1951: in every version, what is packed is whole and paints every module")
    void packsTheLinesOfEveryVersion(int length) throws DataFormatException {
        QrSymbol one = QrSymbol.of(Texts.ofLength(length), ErrorCorrection.L);
        int side = one.modules() * QrSymbol.PIXELS_PER_MODULE;
        Inflater inflater = new Inflater();
        inflater.setInput(chunks(one.png()).get(1).data());
        assertThat(inflater.inflate(new byte[1 << 20])).isEqualTo(side * (1 + (side + 7) / 8));
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        assertThat(differences(one, Pictures.decoded(one.png()), QrSymbol.PIXELS_PER_MODULE)).isZero();
    }

    static IntStream lengthsOfAllVersions() {
        int[] versions = new int[41];
        IntStream.rangeClosed(5, ErrorCorrection.L.capacity()).filter(length -> length % 20 == 5)
                .forEach(length -> versions[QrSymbol.of(Texts.ofLength(length), ErrorCorrection.L).version()] = length);
        return IntStream.of(versions).skip(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 33, Integer.MAX_VALUE})
    void refusesModulesWithoutASensibleSize(int pixelsPerModule) {
        assertThatIllegalArgumentException().isThrownBy(() -> symbol.png(pixelsPerModule));
    }

    @Test
    void givesTheSameBytesForTheSameText() {
        assertThat(QrSymbol.of(Texts.ofLength(Texts.TYPICAL)).png()).isEqualTo(symbol.png());
    }

    @Test
    void handsOutItsOwnBytesEachTime() {
        byte[] scribbled = symbol.png();
        scribbled[0] = 0;
        assertThat(symbol.png()[0]).isEqualTo((byte) 0x89);
    }

    @Test
    @DisplayName("a print 60 mm wide of a typical certificate has at least 150 dots per inch")
    void isSharpEnoughForPrint() {
        assertThat(symbol.modules() * QrSymbol.PIXELS_PER_MODULE * 25.4 / 60).isGreaterThanOrEqualTo(150);
    }

    @Test
    void staysSmallEnoughForAnEMail() {
        assertThat(symbol.png()).hasSizeLessThan(4_000);
        assertThat(QrSymbol.of(Texts.ofLength(4296)).png()).hasSizeLessThan(12_000);
    }

    private static long differences(QrSymbol symbol, BufferedImage image, int pixelsPerModule) {
        long differences = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int expected = symbol.dark(x / pixelsPerModule, y / pixelsPerModule) ? 0xFF000000 : 0xFFFFFFFF;
                differences += image.getRGB(x, y) == expected ? 0 : 1;
            }
        }
        return differences;
    }

    private static List<Chunk> chunks(byte[] png) {
        ByteBuffer rest = ByteBuffer.wrap(png).position(8);
        List<Chunk> chunks = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] typeAndData = new byte[rest.getInt() + 4];
            rest.get(typeAndData);
            chunks.add(new Chunk(typeAndData, rest.getInt()));
        }
        return chunks;
    }

    private record Chunk(byte[] typeAndData, int crc) {

        String type() {
            return new String(typeAndData, 0, 4, US_ASCII);
        }

        byte[] data() {
            return Arrays.copyOfRange(typeAndData, 4, typeAndData.length);
        }

        int computedCrc() {
            CRC32 checksum = new CRC32();
            checksum.update(typeAndData);
            return (int) checksum.getValue();
        }
    }
}
