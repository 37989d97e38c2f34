package it.dgc.common.codes;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Allegato B: the last 8 digits of the health card's number")
class HealthCardSuffixTest {

    @Test
    void keepsLeadingZeros() {
        assertThat(new HealthCardSuffix("00001234").value()).isEqualTo("00001234");
        assertThat(HealthCardSuffix.parse("00000000")).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1234567", "123456789", "1234567A", "12 34567", "12345678\n", "-1234567",
            "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", "80380000301234567890"})
    void refusesWhatIsNotEightDigits(String text) {
        assertThat(HealthCardSuffix.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new HealthCardSuffix(text))
                .withMessage("The end of a health card number is exactly 8 digits");
    }

    @Test
    void acceptsBlanksWherePeopleTypeThem() {
        assertThat(HealthCardSuffix.fromTyped(" 0012 3456 ")).hasValue(new HealthCardSuffix("00123456"));
        assertThat(HealthCardSuffix.fromTyped("0012345O")).isEmpty();
        assertThat(HealthCardSuffix.fromTyped(null)).isEmpty();
    }
}
