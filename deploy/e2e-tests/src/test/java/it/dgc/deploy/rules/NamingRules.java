package it.dgc.deploy.rules;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** Names that say something, and types that cannot be changed or extended: R8, R9 and R11. */
final class NamingRules {

    private static final String EMPTY_NAMES = ".*(Utils?|Helper|Impl|Constants|Manager)";
    private static final String DOUBLES = "(Mock|Fake).*";

    private NamingRules() {}

    static List<HouseRule> below(String base) {
        return List.of(
                new HouseRule("r8", "No type is called Util, Helper, Impl, Constants or Manager",
                        noClasses().should(matchSimpleName(EMPTY_NAMES))),
                new HouseRule("r9", "What goes into production is no Mock and no Fake",
                        noClasses().that(outsideDeploy(base)).should(matchSimpleName(DOUBLES))),
                new HouseRule("r11types", "Public types of common are records, enums, interfaces or final",
                        closedTypes(base)),
                new HouseRule("r11setters", "Nothing has setters",
                        noMethods().should().haveNameMatching("set\\p{Lu}.*")));
    }

    private static ArchCondition<JavaClass> matchSimpleName(String regex) {
        return be(describe("named " + regex, (JavaClass type) -> type.getSimpleName().matches(regex)));
    }

    private static DescribedPredicate<JavaClass> outsideDeploy(String base) {
        return DescribedPredicate.not(resideInAPackage(base + ".deploy.."));
    }

    private static ArchRule closedTypes(String base) {
        return classes().that().resideInAPackage(base + ".common..").and().arePublic().and().areTopLevelClasses()
                .should(be(describe("records, enums, interfaces or final", NamingRules::closed)));
    }

    private static boolean closed(JavaClass type) {
        return type.isInterface() || type.isEnum() || type.isRecord()
                || type.getModifiers().contains(JavaModifier.FINAL);
    }
}
