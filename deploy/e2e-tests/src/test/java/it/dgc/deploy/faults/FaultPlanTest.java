package it.dgc.deploy.faults;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plan of a chaos run")
class FaultPlanTest {

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
        assertThat(ChaosSize.CI.notifications()).isEqualTo(2_000);
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
}
