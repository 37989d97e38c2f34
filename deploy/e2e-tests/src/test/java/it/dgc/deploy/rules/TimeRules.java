package it.dgc.deploy.rules;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Time is handed in (architecture, D13): R4. Calls and method references alike. */
final class TimeRules {

    private static final Set<String> SYSTEM_CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis",
            "tickSeconds", "tickMinutes");

    private static final DescribedPredicate<JavaAccess<?>> READS_THE_MACHINES_CLOCK = describe(
            "the machine's clock is read", TimeRules::readsTheMachinesClock);

    private TimeRules() {}

    static List<HouseRule> below(String base) {
        return List.of(new HouseRule("r4", "Nobody asks the machine for the time; a clock is handed in",
                timeIsHandedIn(base)));
    }

    private static ArchRule timeIsHandedIn(String base) {
        DescribedPredicate<JavaClass> whoMayNot = not(resideInAPackage(base + ".deploy.."))
                .and(not(theOneClock(base)));
        return noClasses().that(whoMayNot).should().accessTargetWhere(READS_THE_MACHINES_CLOCK);
    }

    /** The bean definition of the clock that everybody else is handed. */
    private static DescribedPredicate<JavaClass> theOneClock(String base) {
        return describe("the one clock", type -> type.getName().equals(base + ".common.spring.ClockAutoConfiguration"));
    }

    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && (isNowWithoutClock(target) || isSystemClock(target) || isOldApi(target));
    }

    private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
        return target.getName().equals("now") && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isSystemClock(CodeUnitAccessTarget target) {
        return SYSTEM_CLOCKS.contains(target.getName())
                && (target.getOwner().isEquivalentTo(Clock.class)
                        || target.getOwner().isEquivalentTo(InstantSource.class));
    }

    private static boolean isOldApi(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
                || owner.isEquivalentTo(Calendar.class) && target.getName().equals("getInstance")
                || owner.isEquivalentTo(Date.class) && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
    }
}
