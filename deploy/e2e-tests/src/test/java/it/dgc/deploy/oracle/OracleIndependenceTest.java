package it.dgc.deploy.oracle;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The oracle is a second opinion")
class OracleIndependenceTest {

    private static final JavaClasses ORACLE = new ClassFileImporter().importPackages("it.dgc.deploy.oracle");

    /** Its tests set scenes with the platform's own codec, so that the two have to agree. */
    private static final DescribedPredicate<JavaClass> JUDGING = DescribedPredicate.describe("that judge",
            type -> !type.getName().matches(".*(Test|Scene)(\\$.*)?"));

    @Test
    void sharesNoCodeWithThePlatform() {
        classes().that(JUDGING).should().onlyDependOnClassesThat()
                .resideInAnyPackage("it.dgc.deploy.oracle..", "java..",
                        "org.apache.kafka..", "com.mongodb..", "org.bson..", "com.google.crypto.tink..")
                .check(ORACLE);
    }

    @Test
    @DisplayName("reads certificates with the JDK alone")
    void readsCertificatesWithTheJdkAlone() {
        classes().that(JUDGING).and().resideInAPackage("..wire").should().onlyDependOnClassesThat()
                .resideInAnyPackage("it.dgc.deploy.oracle.wire", "java..").check(ORACLE);
    }

    @Test
    void looksAtTheOracleItself() {
        assertThat(ORACLE.contain(Oracle.class)).isTrue();
        assertThat(JUDGING.test(ORACLE.get(Scene.class))).isFalse();
        assertThat(JUDGING.test(ORACLE.get(Oracle.class))).isTrue();
    }
}
