package it.dgc.deploy.faults;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.deploy.oracle.Published;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plan of a chaos run")
class FaultPlanTest {

    private static final Instant NOW = Instant.parse("2022-03-01T10:00:00Z");

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(FaultPlan.of(7, ChaosSize.CI, 2_600)).isEqualTo(FaultPlan.of(7, ChaosSize.CI, 2_600));
        assertThat(FaultPlan.of(7, ChaosSize.CI, 2_600)).isNotEqualTo(FaultPlan.of(8, ChaosSize.CI, 2_600));
    }

    @Test
    @DisplayName("CI size: 4 service kills, 1 broker kill, 1 store kill; full size: 10 + 3 + 3")
    void hasAsManyKillsAsWerePromised() {
        FaultPlan ci = FaultPlan.of(1, ChaosSize.CI, 2_600);
        FaultPlan full = FaultPlan.of(1, ChaosSize.FULL, 17_000);
        assertThat(List.of(ci.count(Fault.KILL_SERVICE), ci.count(Fault.KILL_BROKER), ci.count(Fault.KILL_STORE)))
                .containsExactly(4L, 1L, 1L);
        assertThat(List.of(full.count(Fault.KILL_SERVICE), full.count(Fault.KILL_BROKER), full.count(Fault.KILL_STORE)))
                .containsExactly(10L, 3L, 3L);
        assertThat(ChaosSize.CI.notifications()).isEqualTo(3_000);
        assertThat(ChaosSize.FULL.notifications()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @EnumSource(ChaosSize.class)
    void breaksEverythingThatCanBreakWhileThereIsWork(ChaosSize size) {
        FaultPlan plan = FaultPlan.of(3, size, 1_000);
        assertThat(plan.steps()).extracting(FaultPlan.Step::fault).contains(Fault.values());
        assertThat(plan.steps()).isSortedAccordingTo(Comparator.comparingInt(FaultPlan.Step::certificates))
                .allSatisfy(step -> assertThat(step.certificates()).isBetween(40, 900));
    }

    @Test
    void publishesTheSameForTheSameSeed() {
        assertThat(lines(Publication.make(7, 300, NOW))).isEqualTo(lines(Publication.make(7, 300, NOW)))
                .isNotEqualTo(lines(Publication.make(8, 300, NOW)));
    }

    @Test
    void publishesEveryPoisonAmongMuchThatIsGood() {
        Publication.Made made = Publication.make(1, 3_000, NOW);
        Set<String> poisons = made.script().stream().flatMap(one -> one.poison().stream()).collect(Collectors.toSet());
        assertThat(poisons).hasSameSizeAs(Poison.values());
        assertThat(made.certificates()).hasSizeBetween(2_400, 2_800).isSorted().doesNotHaveDuplicates();
        assertThat(made.script()).extracting(Published::number).isSorted().hasSize(3_000);
    }

    @Test
    void publishesSomeExactlyTwice() {
        List<String> contents = Publication.make(1, 3_000, NOW).script().stream()
                .map(one -> one.line().replaceFirst("\\d+\t", "")).toList();
        assertThat(Set.copyOf(contents)).hasSizeLessThan(contents.size());
    }

    @Test
    void allowsAsMuchAsTheNextFaultNeedsAndSomeMore() {
        Publication.Made made = new Publication.Made(Publication.make(1, 10, NOW).script(), List.of(0, 3, 4, 8));
        assertThat(made.needed(1, 2)).isEqualTo(6);
        assertThat(made.needed(3, 2)).isEqualTo(10);
        assertThat(made.needed(4, 2)).isEqualTo(10);
    }

    private static List<String> lines(Publication.Made made) {
        return made.script().stream().map(Published::line).toList();
    }
}
