package it.dgc.deploy.rules;

import java.util.List;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** How the framework is used: R5 to R7 and R10. */
final class SpringRules {

    private static final Pattern ADAPTER = Pattern.compile("Mongo.*|.*Document|.*Configuration");
    private static final Pattern ANSWERS = Pattern.compile(".*(Controller|Advice)");

    private SpringRules() {}

    static List<HouseRule> below(String base) {
        return List.of(
                new HouseRule("r5", "Settings are records",
                        classes().that().areAnnotatedWith(ConfigurationProperties.class).should().beRecords()),
                new HouseRule("r6controllers", "Controllers are package-private",
                        packagePrivate(metaAnnotatedWith(RestController.class).forSubtype())),
                new HouseRule("r6listeners", "Classes with Kafka listeners are package-private",
                        packagePrivate(describe("listen to Kafka", SpringRules::listens))),
                new HouseRule("r6documents", "Documents of the store are package-private",
                        packagePrivate(describe("are documents", type -> type.getSimpleName().endsWith("Document")))),
                new HouseRule("r6adapters", "Adapters of the store are package-private",
                        packagePrivate(describe("are adapters", type -> type.getSimpleName().startsWith("Mongo")))),
                new HouseRule("r7", "Nothing is injected into fields",
                        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION),
                new HouseRule("r10answers", "Only controllers and advice know HTTP answers", answers(base)),
                new HouseRule("r10store", "Only adapters know the store's types", store(base)));
    }

    private static ArchRule packagePrivate(DescribedPredicate<JavaClass> who) {
        return classes().that(who).should().bePackagePrivate().orShould().bePrivate();
    }

    private static boolean listens(JavaClass type) {
        return type.isMetaAnnotatedWith(KafkaListener.class)
                || type.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(KafkaListener.class));
    }

    private static ArchRule answers(String base) {
        return noClasses().that(outsideDeploy(base).and(notNamed("know answers", ANSWERS))).should()
                .dependOnClassesThat(belongToAnyOf(ProblemDetail.class, ResponseEntity.class));
    }

    private static ArchRule store(String base) {
        return noClasses().that(outsideDeploy(base).and(notNamed("are adapters", ADAPTER))).should()
                .dependOnClassesThat(resideInAnyPackage("org.bson..", "org.springframework.data.."));
    }

    private static DescribedPredicate<JavaClass> outsideDeploy(String base) {
        return DescribedPredicate.not(resideInAPackage(base + ".deploy.."));
    }

    private static DescribedPredicate<JavaClass> notNamed(String description, Pattern names) {
        return describe("do not " + description, type -> !names.matcher(outermost(type).getSimpleName()).matches());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(SpringRules::outermost).orElse(type);
    }
}
