package it.dgc.rules.settings.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.FindingCode;
import it.dgc.rules.settings.RuleSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProposalReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
    private static final String RULES = new String(RuleSets.first().json(), StandardCharsets.UTF_8);

    @Test
    void readsRulesAndInstant() {
        assertThat(read("{\"rules\":%s,\"effective\":\"2026-04-01T00:00:00Z\"}".formatted(RULES)))
                .isEqualTo(new ProposalReading.Understood(RuleSets.first(), Instant.parse("2026-04-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"rules\"", "{", "{\"rules\":[]}",
            "{\"rules\":[],\"effective\":\"2026-04-01T00:00:00Z\",\"author\":\"me\"}",
            "{\"rules\":[],\"rules\":[],\"effective\":\"2026-04-01T00:00:00Z\"}",
            "{\"rules\":[],\"effective\":\"2026-04-01T00:00:00Z\"} more"})
    void refusesWhatIsNoProposal(String json) {
        assertThat(read(json)).isEqualTo(refused(FindingCode.NOT_READABLE));
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThat(read("[".repeat(100_000))).isEqualTo(refused(FindingCode.NOT_READABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"\"", "\"tomorrow\"", "\"2026-04-01\"", "\"2026-04-01T00:00:00\"",
            "\"20260-04-01T00:00:00Z\"", "\"+20260-04-01T00:00:00Z\"", "\"2022-04-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"", "\"-1000000000-01-01T00:00:00Z\""})
    void refusesAnInstantThatIsNoneOrASlipOfThePen(String effective) {
        assertThat(read("{\"rules\":%s,\"effective\":%s}".formatted(RULES, effective)))
                .isEqualTo(refused(FindingCode.BAD_EFFECTIVE));
    }

    @Test
    void tellsWhatIsWrongWithTheRules() {
        assertThat(read("{\"rules\":[],\"effective\":\"2026-04-01T00:00:00Z\"}"))
                .isEqualTo(refused(FindingCode.EMPTY));
    }

    private static ProposalReading read(String json) {
        return ProposalReader.read(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static ProposalReading refused(FindingCode code) {
        return new ProposalReading.Refused(List.of(Finding.of(code)));
    }
}
