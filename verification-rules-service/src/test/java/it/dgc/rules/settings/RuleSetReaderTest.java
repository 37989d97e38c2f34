package it.dgc.rules.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.rules.settings.RuleSets.first;
import static it.dgc.rules.settings.RuleSets.firstWith;
import static it.dgc.rules.settings.RuleSets.firstWithout;
import static it.dgc.rules.settings.RuleSets.untypedWith;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("D03: what verifiers would choke on is not taken, and it is told why")
class RuleSetReaderTest {

    @Test
    void givesBackWhatWasWritten() {
        assertThat(RuleSetReader.read(first().untyped())).isEqualTo(new RuleSetReading.Sound(first()));
    }

    @ParameterizedTest
    @CsvSource({"GENERIC,exemption_start_day,15", "GENERIC,exemption_end_day,365",
            "GENERIC,vaccine_complete_under_18_offset,-14", "APP_MIN_VERSION,ios,1.3.5", "GENERICO,MAX_RETRY,3",
            "GENERICO,DRL_SYNC_ACTIVE,false", "black_list_uvci,black_list_uvci,;01ITAAAA#1;01ITBBBB#2;",
            "EN,3G_scan_mode_description,Good are vaccination and exemption."})
    void takesWhatClientsRead(String type, String name, String value) {
        assertThat(findings(firstWith(type, name, value).untyped())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GENERIC,exemption_start_day,x,NOT_DAYS", "GENERIC,exemption_start_day,'',NOT_DAYS",
            "GENERIC,exemption_start_day,1.5,NOT_DAYS", "GENERIC,exemption_start_day,-1,NOT_DAYS",
            "GENERIC,exemption_start_day,du,NOT_DAYS", "GENERIC,exemption_start_day,+5,NOT_DAYS",
            "GENERIC,exemption_start_day,015,NOT_DAYS", "GENERIC,exemption_start_day,99999999999,NOT_DAYS",
            "GENERIC,exemption_end_day,DU,NOT_AN_END", "GENERIC,exemption_end_day,'du ',NOT_AN_END",
            "EU/1/21/1529,vaccine_end_day_complete,never,NOT_DAYS", "GENERIC,rapid_test_end_hours,48h,NOT_HOURS",
            "GENERICO,DRL_SYNC_ACTIVE,TRUE,NOT_A_BOOLEAN", "GENERICO,DRL_SYNC_ACTIVE,1,NOT_A_BOOLEAN",
            "APP_MIN_VERSION,android,1.2.x,NOT_A_VERSION", "SDK_MIN_VERSION,sdk,'',NOT_A_VERSION",
            "GENERICO,MAX_RETRY,x,NOT_A_COUNT", "GENERICO,MAX_RETRY,100,NOT_A_COUNT",
            "GENERIC,EMA_vaccines,one two,NOT_A_LIST", "IT,valid_faq_link,http://www.dgc.gov.it,NOT_A_LINK",
            "IT,valid_faq_link,javascript:alert(1),NOT_A_LINK"})
    void refusesWhatClientsCannotRead(String type, String name, String value, FindingCode code) {
        assertThat(findings(firstWith(type, name, value).untyped()))
                .containsExactly(Finding.of(code, new RuleName(type, name)));
    }

    @Test
    void refusesControlCharactersInTexts() {
        assertThat(codes(firstWith("IT", "valid_faq_text", "a\u0000b").untyped()))
                .containsExactly(FindingCode.NOT_A_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"black_list_uvci,black_list_uvci", "GENERICO,DRL_SYNC_ACTIVE", "GENERIC,exemption_start_day",
            "GENERIC,exemption_end_day", "APP_MIN_VERSION,ios", "GENERIC,molecular_test_end_hours"})
    @DisplayName("I18, T31: rules that clients rely on are always there")
    void refusesASetWithoutAMandatoryRule(String type, String name) {
        assertThat(findings(firstWithout(type, name).untyped()))
                .containsExactly(Finding.of(FindingCode.MISSING, new RuleName(type, name)));
    }

    @Test
    @DisplayName("I19: all values are JSON strings")
    void refusesAValueOfAnotherKind() {
        for (Object value : List.of(15, true, List.of("15"), Map.of("days", "15"))) {
            assertThat(findings(untypedWith("GENERIC", "exemption_start_day", value)))
                    .containsExactly(Finding.of(FindingCode.NOT_A_STRING, RuleName.EXEMPTION_START_DAY));
        }
        Map<String, Object> withoutValue = new HashMap<>(first().untyped().getFirst());
        withoutValue.put("value", null);
        assertThat(codes(List.of(withoutValue))).containsExactly(FindingCode.NOT_A_STRING);
    }

    @Test
    void refusesTheSameNameAndTypeTwice() {
        List<Map<String, Object>> twice = new ArrayList<>(first().untyped());
        twice.add(twice.getFirst());
        assertThat(codes(twice)).containsExactly(FindingCode.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRL_SYNC_ACTIVE", "exemption_start_day", "black_list_uvci", "ios"})
    @DisplayName("many clients look rules up by name alone: another type would answer for the one they mean")
    void refusesASecondRuleOfANameThatIsLookedUpAlone(String name) {
        String value = first().rules().stream().filter(rule -> rule.id().name().equals(name)).findFirst().orElseThrow()
                .value();
        assertThat(codes(firstWith("OTHER", name, value).untyped())).containsExactly(FindingCode.DUPLICATE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"rules", "[]"})
    void refusesWhatIsNoList(String json) {
        assertThat(codes(json)).containsExactly(FindingCode.NOT_READABLE);
    }

    @Test
    void refusesTheEmptySet() {
        assertThat(codes(List.of())).containsExactly(FindingCode.EMPTY);
    }

    @Test
    void refusesItemsOfAnotherShape() {
        assertThat(codes(List.of("rule", List.of(), Map.of("name", "a", "type", "b"),
                Map.of("name", "a", "type", "b", "value", "c", "more", "d")))).hasSize(4)
                .containsOnly(FindingCode.NOT_READABLE);
    }

    @Test
    void printsNoNameThatIsNotOfTheForm() {
        List<Finding> findings = findings(firstWith("GENERIC", "<script>", "1").untyped());
        assertThat(findings).containsExactly(Finding.of(FindingCode.BAD_NAME));
        assertThat(findings(untypedWith("GENERIC\n", "a", 1)).toString()).doesNotContain("\n").contains("NOT_A_STRING");
    }

    @Test
    void refusesMoreThanAPhoneShouldRead() {
        assertThat(codes(firstWith("IT", "valid_faq_text", "a".repeat(200_001)).untyped()))
                .containsExactly(FindingCode.VALUE_TOO_LONG);
        assertThat(codes(IntStream.range(0, 1_001)
                .mapToObj(i -> Map.of("type", "IT", "name", "n" + i, "value", "v")).toList()))
                .containsExactly(FindingCode.TOO_LARGE);
        assertThat(codes(IntStream.range(0, 10)
                .mapToObj(i -> Map.of("type", "IT", "name", "n" + i, "value", "a".repeat(150_000))).toList()))
                .containsExactly(FindingCode.TOO_LARGE);
    }

    @Test
    void readsABlackListAsLongAsTheOneOfTheTime() {
        String list = IntStream.range(0, 1_995).mapToObj("01IT%034d#1"::formatted).reduce("", (a, b) -> a + ";" + b);
        assertThat(findings(firstWith("black_list_uvci", "black_list_uvci", list).untyped())).isEmpty();
    }

    private static List<Finding> findings(Object untyped) {
        return RuleSetReader.read(untyped) instanceof RuleSetReading.Refused(List<Finding> findings)
                ? findings
                : List.of();
    }

    private static List<FindingCode> codes(Object untyped) {
        return findings(untyped).stream().map(Finding::code).toList();
    }
}
