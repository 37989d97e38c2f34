package it.dgc.common.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.testing.TestVectors;
import it.dgc.common.verification.ValidityRules.Setting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static it.dgc.common.verification.Desk.FROM;
import static it.dgc.common.verification.Desk.UNTIL;
import static it.dgc.common.verification.Desk.rules;
import static it.dgc.common.verification.Desk.settings;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, Table 2: the published parameters")
class ValidityRulesTest {

    private static final ExemptionEntry ENDING = entry(Optional.of(UNTIL));
    private static final ExemptionEntry ENDLESS = entry(Optional.empty());

    private static ExemptionEntry entry(Optional<LocalDate> until) {
        return new ExemptionEntry("MRARSS75P14H501I", FROM, until, Desk.UVCI, "CUEV-ABCDE1234E");
    }

    private static void isTable2(ValidityRules rules) {
        assertThat(rules.firstDay(ENDING)).isEqualTo(FROM);
        assertThat(rules.lastDay(ENDING)).contains(UNTIL);
        assertThat(rules.lastDay(ENDLESS)).isEmpty();
        assertThat(rules.isListActive()).isTrue();
    }

    @Test
    void readsTable2() {
        isTable2(rules());
    }

    @Test
    @DisplayName("what is missing has Table 2's value, and the list counts")
    void completesASetWithoutTheParameters() {
        isTable2(ValidityRules.read(List.of(new Setting("black_list_uvci", "black_list_uvci", ""))).orElseThrow());
    }

    @Test
    void countsDays() {
        ValidityRules counted = rules("exemption_start_day", "15", "exemption_end_day", "20");
        assertThat(counted.firstDay(ENDING)).isEqualTo(FROM.plusDays(15));
        assertThat(counted.lastDay(ENDING)).contains(FROM.plusDays(20));
        assertThat(counted.lastDay(ENDLESS)).contains(FROM.plusDays(20));
    }

    @ParameterizedTest
    @CsvSource({"exemption_start_day,''", "exemption_start_day,-1", "exemption_start_day,1.5", "exemption_start_day,du",
            "exemption_start_day,' 1'", "exemption_start_day,100000", "exemption_start_day,١",
            "exemption_end_day,''", "exemption_end_day,DU", "exemption_end_day,-1", "exemption_end_day,99999999999",
            "DRL_SYNC_ACTIVE,''", "DRL_SYNC_ACTIVE,True", "DRL_SYNC_ACTIVE,0"})
    @DisplayName("a broken set is refused as a whole, so that the last good one goes on counting")
    void refusesABrokenValue(String name, String value) {
        assertThat(ValidityRules.read(settings(name, value))).isEmpty();
    }

    @Test
    @DisplayName("I18: black_list_uvci is always there; an empty set is never a set")
    void refusesASetWithoutTheBlackList() {
        assertThat(ValidityRules.read(List.of())).isEmpty();
        assertThat(ValidityRules.read(settings().stream().filter(s -> !s.name().equals("black_list_uvci")).toList()))
                .isEmpty();
    }

    @Test
    void refusesTwoValuesForOneName() {
        List<Setting> twice = new ArrayList<>(settings());
        twice.add(new Setting("exemption_start_day", "GENERIC", "0"));
        assertThat(ValidityRules.read(twice)).isPresent();
        twice.add(new Setting("exemption_start_day", "IT", "15"));
        assertThat(ValidityRules.read(twice)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "';'", "';;'", "' ; '"})
    void readsAnEmptyBlackList(String list) {
        assertThat(rules("black_list_uvci", list).isBlackListed("")).isFalse();
    }

    @Test
    void readsTheBlackListWithLooseSeparators() {
        ValidityRules rules = rules("black_list_uvci", ";A#1; B#2 ;;C#3;");
        assertThat(List.of("A#1", "B#2", "C#3")).allMatch(rules::isBlackListed);
        assertThat(List.of("A", "a#1", "A#1;B#2", "")).noneMatch(rules::isBlackListed);
    }

    @Test
    @DisplayName("the last public set of the ministry, which has no parameters for exemptions, means Table 2")
    void readsThePublicSet() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Files.readString(TestVectors.path("settings-2022-04.json")));
        List<Setting> published = new ArrayList<>();
        json.forEach(s -> published
                .add(new Setting(s.get("name").asText(), s.get("type").asText(), s.get("value").asText())));
        assertThat(published).hasSizeGreaterThan(50);
        isTable2(ValidityRules.read(published).orElseThrow());
    }
}
