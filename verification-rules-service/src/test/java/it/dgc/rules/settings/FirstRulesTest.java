package it.dgc.rules.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("a new platform begins with the last public rules, and with Table 2 of Allegato B")
class FirstRulesTest {

    private static final Set<RuleName> TABLE_2 = Set.of(RuleName.EXEMPTION_START_DAY, RuleName.EXEMPTION_END_DAY);

    private final RuleSet first = FirstRules.read();

    @Test
    void haveTheNamesAndTypesOfTheLastPublicSetInItsOrder() {
        assertThat(first.names().stream().filter(name -> !TABLE_2.contains(name)))
                .containsExactlyElementsOf(published().keySet());
    }

    @Test
    void haveItsFiguresAndWordsOfTheirOwn() {
        assertThat(published()).allSatisfy((name, value) -> {
            if (isText(name)) {
                assertThat(first.value(name)).isPresent().get().isNotEqualTo(value).asString().isNotBlank();
            } else {
                assertThat(first.value(name)).contains(value);
            }
        });
    }

    @Test
    @DisplayName("Table 2: days to the beginning 0; end: until the end of the certificate")
    void holdTable2() {
        assertThat(first.value(RuleName.EXEMPTION_START_DAY)).contains("0");
        assertThat(first.value(RuleName.EXEMPTION_END_DAY)).contains("du");
    }

    @Test
    @DisplayName("I18: black_list_uvci is always there")
    void holdTheBlackList() {
        assertThat(first.value(RuleName.BLACK_LIST)).contains("");
    }

    @Test
    void nameExemptionsWhereVerifiersAreToldWhatCounts() {
        assertThat(first.value(new RuleName("IT", "3G_scan_mode_description")).orElseThrow()).contains("esenzione");
        assertThat(first.value(new RuleName("IT", "2G_scan_mode_description")).orElseThrow()).contains("esenzione");
    }

    @Test
    void writeEachRuleAsNameTypeAndValue() {
        assertThat(new String(first.json()))
                .startsWith("[{\"name\":\"vaccine_end_day_complete\",\"type\":\"EU/1/20/1525\","
                        + "\"value\":\"180\"},{")
                .endsWith("}]");
    }

    @Test
    void haveAnotherHashWhenOneValueChanges() {
        assertThat(RuleSets.beginningOn("15").hash()).isNotEqualTo(first.hash()).matches("[0-9a-f]{64}");
        assertThat(RuleSets.first().hash()).isEqualTo(first.hash());
    }

    private static boolean isText(RuleName rule) {
        return rule.name().endsWith("_text") || rule.name().contains("scan_mode");
    }

    private static Map<RuleName, String> published() {
        List<?> rules = JsonMapper.builder().build()
                .readValue(TestVectors.path("settings-2022-04.json").toFile(), List.class);
        return rules.stream().map(rule -> (Map<?, ?>) rule)
                .collect(Collectors.toMap(
                        rule -> new RuleName((String) rule.get("type"), (String) rule.get("name")),
                        rule -> (String) rule.get("value"), (a, b) -> a, LinkedHashMap::new));
    }
}
