package it.dgc.common.hcert.base45;

import java.nio.charset.StandardCharsets;
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
