package it.dgc.generation.delivery;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTest {

    @ParameterizedTest
    @CsvSource({"0,1s", "1,2s", "5,32s", "9,512s", "10,15m", "11,15m", "63,15m", "64,15m", "2147483647,15m", "-1,1s"})
    void doublesUpToAQuarterOfAnHour(int attempt, String pause) {
        assertThat(Pauses.after(attempt)).isEqualTo(Duration.parse("PT" + pause));
    }
}
