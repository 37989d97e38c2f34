package it.dgc.deploy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Platform threads: R13. A virtual thread that loads a class keeps its carrier, and there are as many carriers as cores;
 * on two cores a few services that started on virtual threads waited for each other's class files for ever.
 */
final class ThreadRules {

    private static final Map<String, Set<String>> STARTERS = Map.of(
            Thread.class.getName(), Set.of("ofVirtual", "startVirtualThread"),
            Executors.class.getName(), Set.of("newVirtualThreadPerTaskExecutor"));

    private static final DescribedPredicate<JavaAccess<?>> STARTS_A_VIRTUAL_THREAD = describe(
            "a virtual thread is started", ThreadRules::startsAVirtualThread);

    private ThreadRules() {}

    static List<HouseRule> below(String base) {
        return List.of(new HouseRule("r13", "Nobody starts virtual threads but the sending of one message",
                threadsArePlatformThreads(base)));
    }

    private static ArchRule threadsArePlatformThreads(String base) {
        return noClasses().that(not(theOneSender(base))).should().accessTargetWhere(STARTS_A_VIRTUAL_THREAD);
    }

    /** One at a time, because of a virtual thread an interrupt closes the socket. */
    private static DescribedPredicate<JavaClass> theOneSender(String base) {
        return describe("the one sender", type -> type.getName().equals(base + ".generation.delivery.DeliveryJob"));
    }

    private static boolean startsAVirtualThread(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && STARTERS.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }
}
