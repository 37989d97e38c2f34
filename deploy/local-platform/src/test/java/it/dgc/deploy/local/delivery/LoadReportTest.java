package it.dgc.deploy.local.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadReportTest {

    @Test
    void readsPercentilesOffTheLatencies() {
        LoadReport report = new LoadReport(100, Map.of(), 2, LongStream.rangeClosed(1, 100).toArray());

        assertThat(report.percentile(50)).isEqualTo(50);
        assertThat(report.percentile(99)).isEqualTo(99);
        assertThat(report.percentile(100)).isEqualTo(100);
        assertThat(report.percentile(0)).isEqualTo(1);
        assertThat(report.throughput()).isEqualTo(50);
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void doesNotMindTheOrder() {
        assertThat(new LoadReport(3, Map.of(), 1, new long[]{9, 1, 5}).percentile(50)).isEqualTo(5);
    }

    @Test
    void countsWhatWasRefusedByReason() {
        LoadReport report = new LoadReport(3, Map.of("SCHEMA", 2L), 1, new long[]{4});

        assertThat(report.isComplete()).isFalse();
        assertThat(report.text()).contains("3 sent, 1 issued, 2 refused", "refused: SCHEMA 2");
    }

    @Test
    void standsWithoutAnyCertificate() {
        assertThat(new LoadReport(1, Map.of("SCHEMA", 1L), 0, new long[0]).text()).contains("p50 0 ms");
    }

    @Test
    void writesADeliveryAsOneLineOfThreeFields() {
        assertThat(new Delivery("ABC", Delivery.Outcome.ISSUED, Optional.empty(), Optional.of("HC1:X")).line())
                .isEqualTo("ABC\tISSUED\tHC1:X");
        assertThat(new Delivery("-", Delivery.Outcome.DEAD_LETTER, Optional.of("SCHEMA"), Optional.empty()).line())
                .isEqualTo("-\tDEAD_LETTER SCHEMA\t");
    }

    @Test
    void printsNothingPersonalOfADelivery() {
        assertThat(new Delivery("ABC", Delivery.Outcome.ISSUED, Optional.empty(), Optional.of("HC1:X")))
                .hasToString("Delivery[ISSUED]");
    }
}
