package it.dgc.common.qr.symbol;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("ISO/IEC 18004: the examples and tables of the norm")
class SymbolTest {

    @Test
    @DisplayName("annex I: 01234567 in version 1-M")
    void encodesTheExampleOfTheNorm() {
        byte[] codewords = Codewords.of("01234567", TextMode.NUMERIC, new Version(1), Level.M);
        assertThat(HexFormat.ofDelimiter(" ").formatHex(codewords)).isEqualTo(
                "10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11 a5 24 d4 c1 ed 36 c7 87 2c 55");
    }

    @Test
    @DisplayName("7.4.4: AC-42 in version 1-H")
    void encodesAlphanumericTextAsTheNormDoes() {
        byte[] codewords = Codewords.of("AC-42", TextMode.ALPHANUMERIC, new Version(1), Level.H);
        String bits = "0010" + "000000101" + "00111001110" + "11100111001" + "000010" + "0000";
        assertThat(codewords[0]).isEqualTo((byte) Integer.parseInt(bits.substring(0, 8), 2));
        assertThat(Arrays.copyOf(codewords, 5)).containsExactly(bytes(bits));
    }

    private static byte[] bytes(String bits) {
        byte[] bytes = new byte[5];
        for (int at = 0; at < 40; at++) {
            bytes[at / 8] |= (byte) (bits.charAt(at) - '0' << 7 - at % 8);
        }
        return bytes;
    }

    @Test
    @DisplayName("7.9.1: level M and mask 101; 7.10: version 7")
    void guardsFormatAndVersionAsTheNormDoes() {
        assertThat(BchCode.withCheckBits(0b00101, 10, 0b10100110111)).isEqualTo(0b00101_0011011100);
        assertThat(BchCode.withCheckBits(7, 12, 0b1111100100101)).isEqualTo(0b000111_110010010100);
    }

    @ParameterizedTest
    @CsvSource({"1, 26", "2, 44", "6, 172", "7, 196", "14, 581", "27, 1828", "32, 2465", "40, 3706"})
    @DisplayName("table 1: code words of a version")
    void countsTheCodewordsOfAVersion(int number, int codewords) {
        assertThat(new Version(number).codewords()).isEqualTo(codewords);
    }

    @ParameterizedTest
    @CsvSource({"2, 6 18", "7, 6 22 38", "16, 6 26 50 74", "18, 6 30 56 82", "32, 6 34 60 86 112 138",
            "36, 6 24 50 76 102 128 154", "40, 6 30 58 86 114 142 170"})
    @DisplayName("table E.1: centres of the alignment patterns")
    void placesTheAlignmentPatterns(int number, String centres) {
        assertThat(new Version(number).alignmentCentres())
                .containsExactly(Arrays.stream(centres.split(" ")).mapToInt(Integer::parseInt).toArray());
    }

    @ParameterizedTest
    @CsvSource({"25, L, 1", "26, L, 2", "20, M, 1", "16, Q, 1", "10, H, 1", "4296, L, 40", "3391, M, 40", "2420, Q, 40",
            "1852, H, 40"})
    @DisplayName("table 7: alphanumeric characters that a version holds")
    void choosesTheSmallestVersion(int characters, Level level, int version) {
        assertThat(Symbol.of("A".repeat(characters), level).version()).isEqualTo(version);
    }

    @Test
    @DisplayName("table 7: no version holds more")
    void refusesWhatNoVersionHolds() {
        assertThat(Symbol.of("1".repeat(7089), Level.L).version()).isEqualTo(40);
        assertThatIllegalArgumentException().isThrownBy(() -> Symbol.of("1".repeat(7090), Level.L));
        assertThatIllegalArgumentException().isThrownBy(() -> Symbol.of("A".repeat(1853), Level.H))
                .withMessageNotContaining("AAA");
    }

    @Test
    @DisplayName("table 11: 42 runs of 21, 400 blocks, and a proportion that is off by all of 50 %")
    void judgesASymbolWithoutADarkModule() {
        assertThat(Penalty.of(new Modules(21), Integer.MAX_VALUE)).isEqualTo(42 * (3 + 21 - 5) + 400 * 3 + 10 * 10);
    }

    @Test
    @DisplayName("table 11: a finder's ratio with four light modules on one side is 40, as on both sides")
    void judgesAFinderPatternOnce() {
        Modules modules = new Modules(21);
        int without = Penalty.of(modules, Integer.MAX_VALUE);
        for (int x : new int[]{7, 9, 10, 11, 13}) {
            modules.add(x, 10, 1);
        }
        // In its row a run of 21 becomes two of 7; in five columns one of 21 two of 10. Blocks: 2 * 8 fewer.
        int runs = 2 * 5 - 19 + 5 * (2 * 8 - 19);
        assertThat(Penalty.of(modules, Integer.MAX_VALUE) - without).isEqualTo(40 + runs - 3 * 16 - 10);
    }
}
