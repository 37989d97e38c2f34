package it.dgc.common.hcert.base45;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Base45Test {

    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    @DisplayName("RFC 9285, 4.3 and 4.4: the examples")
    void givesTheExamplesOfTheNorm(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base45.encode(bytes)).isEqualTo(encoded);
        assertThat(Base45.decode(encoded)).hasValue(bytes);
    }

    @Test
    void writesNothingForNothing() {
        assertThat(Base45.encode(new byte[0])).isEmpty();
        assertThat(Base45.decode("")).hasValue(new byte[0]);
    }

    @Test
    void decodesWhatItEncodes() {
        Random random = new Random(45);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base45.decode(Base45.encode(bytes))).hasValue(bytes);
        }
    }

    @Test
    @DisplayName("RFC 9285, 4: n = c + (d * 45) + (e * 45 * 45), for each pair of bytes and each single byte")
    void writesEveryGroupAsTheNormCounts() {
        for (int n = 0; n < 0x1_0000; n++) {
            assertThat(Base45.encode(new byte[]{(byte) (n >> 8), (byte) n})).isEqualTo(digits(n, 3));
        }
        for (int n = 0; n < 0x100; n++) {
            assertThat(Base45.encode(new byte[]{(byte) n})).isEqualTo(digits(n, 2));
        }
    }

    @Test
    @DisplayName("RFC 9285, 6: a group that stands for more than its bytes can hold is refused, each other one is read")
    void readsEveryGroupAsTheNormCounts() {
        for (int n = 0; n < 45 * 45 * 45; n++) {
            byte[] pair = {(byte) (n >> 8), (byte) n};
            assertThat(Base45.decode(digits(n, 3)).filter(read -> Arrays.equals(read, pair)).isPresent())
                    .isEqualTo(n < 0x1_0000);
        }
        for (int n = 0; n < 45 * 45; n++) {
            byte[] single = {(byte) n};
            assertThat(Base45.decode(digits(n, 2)).filter(read -> Arrays.equals(read, single)).isPresent())
                    .isEqualTo(n < 0x100);
        }
    }

    private static String digits(int number, int count) {
        return count == 0
                ? ""
                : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".charAt(number % 45)
                        + digits(number / 45, count - 1);
    }

    @Test
    void writesIntoATextUnderWay() {
        byte[] text = "HC1:......".getBytes(StandardCharsets.US_ASCII);
        int end = Base45.encode(new byte[]{'A', 'B', 'C', 'D'}, 3, text, 4);
        assertThat(new String(text, StandardCharsets.US_ASCII)).isEqualTo("HC1:BB8M1.");
        assertThat(end).isEqualTo(9).isEqualTo(4 + Base45.encodedLength(3));
    }

    @Test
    void acceptsTheLargestGroups() {
        assertThat(Base45.decode("FGW")).hasValue(new byte[]{-1, -1});
        assertThat(Base45.decode("U5")).hasValue(new byte[]{-1});
    }

    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "::", "V5", "A", "ABCD", "AB8a", "ab8", "A=8", "A\n8", "Ａ00", "\u010000"})
    @DisplayName("RFC 9285, 6: implementations MUST reject what is not valid")
    void refusesWhatIsNotBase45(String text) {
        assertThat(Base45.decode(text)).isEmpty();
    }
}
