package it.dgc.portal.captcha;

import it.dgc.portal.captcha.store.Pressure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DifficultyTest {

    private final Difficulty difficulty = new Difficulty(50_000, 1_000_000, 1200, 60);

    @ParameterizedTest
    @CsvSource({"0,0,50000", "1200,60,50000", "1201,0,100000", "2400,60,100000", "2401,0,200000", "0,61,100000",
            "0,121,200000", "4801,0,400000", "1e9,0,1000000", "0,1e9,1000000"})
    @DisplayName("each doubling of the pressure doubles the work, up to the ceiling")
    void doublesWithThePressure(double issued, double refused, long maxNumber) {
        assertThat(difficulty.maxNumber(new Pressure(issued, refused))).isEqualTo(maxNumber);
    }
}
