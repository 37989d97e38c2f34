package it.dgc.generation.intake;

import it.dgc.common.fuzz.FuzzRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P29: parsers survive")
class IntakeFuzzingTest {

    /** Measured: 456 edges in {@code it.dgc} alone after half a minute, 1468 with the JSON parser by the seeds alone. */
    private static final int JSON_PARSER_SEEN = 1000;

    @Test
    void notificationParserHoldsItsInvariants() {
        FuzzRun.of(NotificationFuzzTest.class).foundNothing(JSON_PARSER_SEEN);
    }
}
