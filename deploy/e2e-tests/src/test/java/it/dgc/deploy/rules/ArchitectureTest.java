package it.dgc.deploy.rules;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the house over all production classes; a rule without a subject fails too. */
class ArchitectureTest {

    private static final String HOUSE = "it.dgc";

    private static JavaClasses production;

    @BeforeAll
    static void readProductionClasses() {
        production = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar")).importPackages(HOUSE);
    }

    static List<HouseRule> rules() {
        return HouseRules.of(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyClassKeeps(HouseRule rule) {
        rule.rule().check(production);
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "generation", "revocation", "rules", "deploy.local", "deploy.backends",
            "deploy.sistemats"})
    void looksAtEveryModule(String module) {
        assertThat(production).anyMatch(type -> type.getPackageName().startsWith(HOUSE + "." + module));
    }

    @Test
    void looksAtNoTestClass() {
        assertThat(production).noneMatch(type -> type.getName().endsWith("Test"));
    }
}
