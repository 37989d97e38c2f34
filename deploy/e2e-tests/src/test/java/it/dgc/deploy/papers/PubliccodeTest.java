package it.dgc.deploy.papers;

import java.util.List;
import java.util.Map;

import it.dgc.deploy.compose.ProjectFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The project's entry for catalogues of public software: mandatory keys and bounds of the publiccode.yml standard. */
class PubliccodeTest {

    private static final int LONGEST_SHORT_DESCRIPTION = 150;
    private static final int SHORTEST_LONG_DESCRIPTION = 150;
    private static final int LONGEST_LONG_DESCRIPTION = 10_000;

    private static final Map<String, Object> PAPER = ProjectFile.yaml("publiccode.yml");

    @ParameterizedTest
    @ValueSource(strings = {"publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus",
            "softwareType", "description/en/shortDescription", "description/en/longDescription",
            "description/en/features", "description/it/shortDescription", "legal/license", "maintenance/type",
            "maintenance/contacts", "localisation/localisationReady", "localisation/availableLanguages",
            "it/countryExtensionVersion", "it/conforme", "it/piattaforme"})
    @DisplayName("Presence: mandatory")
    void hasTheKey(String path) {
        assertThat(value(path)).isNotNull().isNotEqualTo("").isNotEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it"})
    void keepsTheLengthsOfDescriptions(String language) {
        assertThat(value("description/" + language + "/shortDescription").toString()).hasSizeLessThanOrEqualTo(
                LONGEST_SHORT_DESCRIPTION);
        assertThat(value("description/" + language + "/longDescription").toString()).hasSizeBetween(
                SHORTEST_LONG_DESCRIPTION, LONGEST_LONG_DESCRIPTION);
    }

    @Test
    void takesItsValuesFromTheStandardsLists() {
        assertThat(value("developmentStatus")).isIn("concept", "development", "beta", "stable", "obsolete");
        assertThat(value("softwareType")).isEqualTo("standalone/backend");
        assertThat(value("maintenance/type")).isIn("internal", "contract", "community", "none");
    }

    @Test
    void namesTheLicenceThatLiesBesideIt() {
        assertThat(value("legal/license")).isEqualTo("Apache-2.0");
        assertThat(ProjectFile.text("LICENSE")).contains("Apache License", "Version 2.0");
    }

    @Test
    void declaresNoConformityThatNobodyAssessed() {
        assertThat((Map<?, ?>) value("it/conforme")).isNotEmpty().allSatisfy(
                (rule, declared) -> assertThat(declared).isEqualTo(false));
    }

    private static Object value(String path) {
        Object node = PAPER;
        for (String key : path.split("/")) {
            node = node instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return node;
    }
}
