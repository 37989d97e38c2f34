package it.dgc.deploy.rules;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may see whom (architecture, section 2): R1 to R3. */
final class LayoutRules {

    private static final DescribedPredicate<JavaClass> ANY = DescribedPredicate.alwaysTrue();

    private LayoutRules() {}

    static List<HouseRule> below(String base) {
        return List.of(
                new HouseRule("r1", "A service sees no other service; common is for all, deploy sees all",
                        siblings(base)),
                new HouseRule("r2", "common stands on the JDK and the CBOR library alone",
                        standsOn(base, ordinaryCommon(base), "co.nstant.in.cbor..")),
                new HouseRule("r2qr", "common.qr may use the QR library too",
                        standsOn(base, resideInAPackage(base + ".common.qr.."), "co.nstant.in.cbor..",
                                "com.google.zxing..")),
                new HouseRule("r2messages", "common.messages knows nothing but the JDK", messages(base)),
                new HouseRule("r3", "Features are free of cycles", features(base)));
    }

    private static ArchRule siblings(String base) {
        return slices().matching(base + ".(*)..").should().notDependOnEachOther()
                .ignoreDependency(ANY, resideInAPackage(base + ".common.."))
                .ignoreDependency(resideInAPackage(base + ".deploy.."), ANY);
    }

    private static DescribedPredicate<JavaClass> ordinaryCommon(String base) {
        return resideInAPackage(base + ".common..").and(DescribedPredicate.not(resideInAnyPackage(
                base + ".common.spring..", base + ".common.qr..", base + ".common.messages..")));
    }

    private static ArchRule standsOn(String base, DescribedPredicate<JavaClass> who, String... libraries) {
        String[] allowed = Stream.concat(Stream.of("java..", "javax.crypto.."), Stream.of(libraries))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> itself = resideInAPackage(base + ".common..")
                .and(DescribedPredicate.not(resideInAPackage(base + ".common.spring..")));
        return classes().that(who).should().onlyDependOnClassesThat(itself.or(resideInAnyPackage(allowed)));
    }

    private static ArchRule messages(String base) {
        String messages = base + ".common.messages..";
        return classes().that().resideInAPackage(messages).should().onlyDependOnClassesThat()
                .resideInAnyPackage(messages, "java..");
    }

    private static ArchRule features(String base) {
        return slices().matching(base + ".(*).(*)..").should().beFreeOfCycles();
    }
}
