package it.dgc.deploy.local.console;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarTest {

    @Test
    void movesOnOneLineOfATerminal() {
        RecordedTerminal recorded = RecordedTerminal.interactive();
        ProgressBar bar = new ProgressBar(recorded.terminal(), "sent", 4);

        bar.show(1);
        bar.show(4);

        assertThat(recorded.err()).contains("\r").doesNotContain("\n").contains("1 of 4 sent")
                .contains("#".repeat(30) + "] 4 of 4 sent");
    }

    @Test
    void printsALineForEachTenthElsewhere() {
        RecordedTerminal recorded = RecordedTerminal.pipe();
        ProgressBar bar = new ProgressBar(recorded.terminal(), "sent", 1000);

        LongStream.rangeClosed(0, 1000).forEach(bar::show);
        bar.end();

        assertThat(recorded.err().lines()).hasSize(10).first().asString().startsWith("100 of 1000 sent");
        assertThat(recorded.out()).isEmpty();
    }

    @Test
    void paintsOnlyWhereColoursShow() {
        assertThat(RecordedTerminal.pipe().terminal().painted(Ink.RED, "no")).isEqualTo("no");
        assertThat(RecordedTerminal.interactive().terminal().painted(Ink.RED, "no")).contains("no")
                .startsWith("\u001b[");
    }
}
