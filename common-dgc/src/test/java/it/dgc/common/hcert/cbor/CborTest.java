package it.dgc.common.hcert.cbor;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CborTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static Object[][] examples() {
        return new Object[][]{{"00", 0L}, {"17", 23L}, {"1818", 24L}, {"1903e8", 1000L},
                {"1b7fffffffffffffff", Long.MAX_VALUE}, {"3b7fffffffffffffff", Long.MIN_VALUE}, {"20", -1L},
                {"f4", false}, {"f5", true}, {"f6", null}, {"fb3ff199999999999a", 1.1}, {"6449455446", "IETF"},
                {"62c3bc", "ü"}, {"64f0908591", "\uD800\uDD51"}, {"80", List.of()}, {"83010203", List.of(1L, 2L, 3L)},
                {"a0", Map.of()}, {"a201020304", new TreeMap<>(Map.of(1L, 2L, 3L, 4L))}};
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("RFC 8949, appendix A: the examples, both ways")
    void readsAndWritesTheExamplesOfTheNorm(String hex, Object value) {
        assertThat(Cbor.read(bytes(hex))).hasValue(new CborItem(List.of(), value));
        assertThat(Cbor.write(value)).isEqualTo(bytes(hex));
    }

    static Object[][] readOnly() {
        return new Object[][]{{"f7", null}, {"f97e00", Double.NaN}, {"f93c00", 1.0}, {"fa47c35000", 100000.0},
                {"1800", 0L}, {"7f657374726561646d696e67ff", "streaming"}, {"9fff", List.of()},
                {"9f018202039f0405ffff", List.of(1L, List.of(2L, 3L), List.of(4L, 5L))},
                {"bf61610161629f0203ffff", Map.of("a", 1L, "b", List.of(2L, 3L))},
                {"81c074323031332d30332d32315432303a30343a30305a", List.of("2013-03-21T20:04:00Z")},
                {"81d81e820103", List.of(List.of(1L, 3L))}, {"81d8268262656e6161", List.of(List.of("en", "a"))}};
    }

    @ParameterizedTest
    @MethodSource("readOnly")
    @DisplayName("RFC 8949, 3.2 and 3.4: indefinite lengths, floats of any size and inner tags are read")
    void readsFormsThatItDoesNotWrite(String hex, Object value) {
        assertThat(Cbor.read(bytes(hex))).map(item -> java.util.Optional.ofNullable(item.value()))
                .hasValue(java.util.Optional.ofNullable(value));
    }

    @Test
    void readsByteStrings() {
        assertThat(Cbor.read(bytes("4401020304")).orElseThrow().value()).isEqualTo(bytes("01020304"));
        assertThat(Cbor.read(bytes("5f42010243030405ff")).orElseThrow().value()).isEqualTo(bytes("0102030405"));
        assertThat(Cbor.write(bytes("01"))).isEqualTo(bytes("4101"));
    }

    @Test
    void tellsTheOuterTagsOutermostFirst() {
        assertThat(Cbor.read(bytes("d83dd280"))).hasValue(new CborItem(List.of(61L, 18L), List.of()));
        assertThat(Cbor.write(18, List.of())).isEqualTo(bytes("d280"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4", "f5", "f6", "f7"})
    @DisplayName("a tag on false, true, null or undefined is refused, and no later reading or writing knows of it")
    void forgetsTheTagsOfSimpleValues(String simple) {
        for (String tagged : List.of("d2" + simple, "81d2" + simple, "a101d2d2" + simple, "d83d" + simple)) {
            assertThat(Cbor.read(bytes(tagged))).isEmpty();
        }
        CborItem read = Cbor.read(bytes(simple)).orElseThrow();
        assertThat(read.tags()).isEmpty();
        assertThat(Cbor.read(Cbor.write(read.value()))).hasValue(read);
    }

    @Test
    void tagsOnlyWhatItWasToldToTag() {
        for (Object simple : Arrays.asList(true, false, null)) {
            byte[] before = Cbor.write(simple);
            assertThat(Cbor.write(18, simple)).hasSize(2).startsWith(0xD2).endsWith(before);
            assertThat(Cbor.write(simple)).isEqualTo(before).hasSize(1);
        }
    }

    @Test
    void keepsTheOrderOfMaps() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : List.of("nam", "ver", "e", "dob", "a", "")) {
            map.put(key, 1L);
        }
        Object read = Cbor.read(Cbor.write(map)).orElseThrow().value();
        assertThat(((Map<?, ?>) read).keySet()).map(Object::toString).containsExactlyElementsOf(map.keySet());
    }

    @Test
    void writesIntegersOfBothSizesAlike() {
        assertThat(Cbor.write(Integer.valueOf(7))).isEqualTo(Cbor.write(Long.valueOf(7)));
    }

    @Test
    void refusesToWriteOtherTypes() {
        assertThatThrownBy(() -> Cbor.write(List.of('x'))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18", "1903", "1b00", "62c3", "6361", "81", "8201", "a1", "a101", "9f", "9f01", "bf",
            "bf01ff", "5f", "5f4101", "d2", "f8", "fb00"})
    @DisplayName("RFC 8949, appendix F: end of input")
    void refusesAnInputThatEndsTooEarly(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1c", "3d", "5e", "7c", "9d", "bc", "dd", "fc", "1f", "3f", "df", "ff", "81ff", "a1ff00",
            "f800", "f81f", "5f00ff", "5f6161ff", "7f4161ff", "5f5f4101ffff", "7f7f6161ffff", "bf01ff", "0000"})
    @DisplayName("RFC 8949, appendix F: reserved values, wrong chunks, misplaced breaks, bytes that remain")
    void refusesWhatIsNotWellFormed(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"61ff", "62c328", "64f0288cbc", "63eda080", "7f61c361bcff"})
    @DisplayName("RFC 8949, 3.1: a text string that is not UTF-8 is invalid, each chunk for itself")
    void refusesTextThatIsNotUtf8(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a201010102", "a2616101616102", "bf01010102ff", "a201011801" + "02", "a20101c00102",
            "81a200010001"})
    @DisplayName("RFC 8949, 5.6: duplicate keys")
    void refusesAKeyThatStandsTwice(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1400a", "a1f60a", "a1800a", "a1f93c000a", "1bffffffffffffffff", "3b8000000000000000",
            "e0", "f0", "f820", "f8ff"})
    void refusesWhatHasNoPlainValue(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "a100", "d2", "9f"})
    @DisplayName("arrays, maps and tags nest 32 levels and no more")
    void refusesNestingBeyondTheLimit(String level) {
        String end = level.equals("9f") ? "ff" : "";
        assertThat(Cbor.read(bytes(level.repeat(32) + "00" + end.repeat(32)))).isPresent();
        assertThat(Cbor.read(bytes(level.repeat(33) + "00" + end.repeat(33)))).isEmpty();
        assertThat(Cbor.read(bytes(level.repeat(60_000) + "00"))).isEmpty();
    }

    @Test
    @DisplayName("an empty array counts as a level as a full one does")
    void countsEmptyLevels() {
        assertThat(Cbor.read(bytes("81".repeat(31) + "80"))).isPresent();
        assertThat(Cbor.read(bytes("81".repeat(32) + "80"))).isEmpty();
        assertThat(Cbor.read(bytes("81".repeat(32) + "9fff"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5b7fffffffffffffff", "5affffffff", "7b8000000000000000", "9affffffff",
            "9bffffffffffffffff",
            "ba7fffffff", "bb4000000000000000", "bb8000000000000000", "820000" + "00", "a200000000" + "00"})
    void refusesLengthsThatTheInputCannotHold(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @Test
    @DisplayName("no bytes make the reader fail otherwise than by refusing")
    void survivesAnyBytes() {
        Random random = new Random(8949);
        byte[] valid = bytes(
                "d2844da2044838e6ee2b402575760126a0581aa4041a657fa780061a61e07e1e01624954390103a101a163646f626030");
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = round % 2 == 0 ? Arrays.copyOf(valid, valid.length) : new byte[random.nextInt(40)];
            if (round % 2 == 1) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            read += Cbor.read(bytes).isPresent() ? 1 : 0;
        }
        assertThat(read).isPositive();
    }
}
