package it.dgc.common.codes;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("DM 23 December 1976 n. 13813: values of the characters by place")
class FiscalCodeSumTest {

    @ParameterizedTest
    @CsvSource({"0,1", "A,1", "1,0", "B,0", "5,13", "F,13", "9,21", "J,21", "K,2", "L,4", "O,11", "V,10", "W,22",
            "X,25",
            "Y,24", "Z,23"})
    void weighsTheFirstPlaceByTheTableOfOddPlaces(String character, int value) {
        assertThat(FiscalCodeSum.of(character)).isEqualTo(value);
    }

    @Test
    void weighsTheSecondPlaceByOrder() {
        assertThat(FiscalCodeSum.of("B0")).isZero();
        assertThat(FiscalCodeSum.of("B9")).isEqualTo(9);
        assertThat(FiscalCodeSum.of("BZ")).isEqualTo(25);
    }

    @Test
    void valuesOddPlacesDifferentlyForEachLetter() {
        assertThat("ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().map(c -> FiscalCodeSum.of(Character.toString(c))))
                .doesNotHaveDuplicates().allMatch(value -> value >= 0 && value <= 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", " ", "À", "\u0660"})
    void knowsNoOtherCharacter(String character) {
        assertThatIllegalArgumentException().isThrownBy(() -> FiscalCodeSum.of(character));
    }
}
