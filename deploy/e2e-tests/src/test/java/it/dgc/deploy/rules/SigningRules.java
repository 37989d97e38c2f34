package it.dgc.deploy.rules;

import java.security.PrivateKey;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Nothing is signed that was not checked, and keys stay where signing is (architecture, D5 and D9): R12. */
final class SigningRules {

    private static final String SIGNING = ".generation.signing";

    private SigningRules() {}

    static List<HouseRule> below(String base) {
        return List.of(
                new HouseRule("r12checked", "Only the checker makes a checked certificate", onlyTheChecker(base)),
                new HouseRule("r12keys", "Private keys stay in generation.signing",
                        noClasses().that().resideOutsideOfPackage(base + SIGNING + "..").should().dependOnClassesThat()
                                .areAssignableTo(PrivateKey.class)));
    }

    private static ArchRule onlyTheChecker(String base) {
        return constructors().that().areDeclaredIn(base + SIGNING + ".CheckedCertificate")
                .should(beUsedOnlyBy(base + SIGNING + ".CertificateChecker"));
    }

    /** Calls and method references, where ArchUnit's own condition sees calls alone. */
    private static ArchCondition<JavaConstructor> beUsedOnlyBy(String user) {
        return new ArchCondition<>("be used only by " + user) {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                for (JavaAccess<?> access : constructor.getAccessesToSelf()) {
                    boolean allowed = access.getOriginOwner().getName().equals(user);
                    events.add(new SimpleConditionEvent(access, allowed, access.getDescription()));
                }
            }
        };
    }
}
