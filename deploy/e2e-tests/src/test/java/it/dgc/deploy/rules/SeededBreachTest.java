package it.dgc.deploy.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every rule finds the breach that is seeded for it. Classes with {@code Seeded} in their names hold the breach, those
 * with {@code Innocent} do what is allowed just there.
 */
class SeededBreachTest {

    private static final String SEEDED = "it.dgc.deploy.rules.seeded.";
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    static Stream<String> ids() {
        return HouseRules.of("it.dgc").stream().map(HouseRule::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isFoundAndNamed(String id) {
        assertThat(report(id, rule(id))).contains("Seeded").doesNotContain("Innocent");
    }

    @Test
    void breaksNoOtherRule() {
        List<String> wrong = ids().flatMap(id -> rulesBrokenBySeed(id).map(other -> id + " breaks " + other)).toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void isAskedForWhereNothingIsThereToCheck() {
        JavaClasses none = new ClassFileImporter().importPackages(SEEDED + "none");

        assertThat(HouseRules.of(SEEDED + "none")).allSatisfy(rule -> assertThatThrownBy(
                () -> rule.rule().check(none)).hasMessageContaining("failed to check any classes"));
    }

    private static Stream<String> rulesBrokenBySeed(String id) {
        return HouseRules.of(SEEDED + id).stream().filter(rule -> !rule.id().equals(id))
                .filter(rule -> rule.rule().allowEmptyShould(true).evaluate(classes(id)).hasViolation())
                .map(HouseRule::id);
    }

    private static HouseRule rule(String id) {
        return HouseRules.of(SEEDED + id).stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    private static String report(String id, HouseRule rule) {
        EvaluationResult result = rule.rule().evaluate(classes(id));
        return String.join("\n", result.getFailureReport().getDetails());
    }

    private static JavaClasses classes(String id) {
        return IMPORTED.computeIfAbsent(id, seed -> new ClassFileImporter().importPackages(SEEDED + seed));
    }
}
