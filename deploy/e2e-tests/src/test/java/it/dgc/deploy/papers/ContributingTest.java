package it.dgc.deploy.papers;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import it.dgc.deploy.compose.ProjectFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The newcomer's guides name files that exist, so a renamed class takes its step in the guide with it. */
class ContributingTest {

    private static final Pattern PATH = Pattern
            .compile("`((?:[\\w.-]+/)+[\\w.-]+\\.(?:java|yml|json|sh|conf|md|xml))`");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "deploy/compose/README.md"})
    void namesFilesThatExist(String guide) {
        List<String> named = PATH.matcher(ProjectFile.text(guide)).results().map(match -> match.group(1)).toList();

        assertThat(named).isNotEmpty().allMatch(file -> Files.exists(ProjectFile.path(file)));
    }

    @Test
    void everyDecisionHasItsThreeParts() {
        List<String> decisions = Pattern.compile("\\]\\((\\d{4}-[\\w-]+\\.md)\\)")
                .matcher(ProjectFile.text("docs/adr/README.md")).results().map(match -> match.group(1)).toList();

        assertThat(decisions).isNotEmpty().allSatisfy(file -> assertThat(ProjectFile.text("docs/adr/" + file))
                .contains("## Context", "## Decision", "## Consequences"));
    }
}
