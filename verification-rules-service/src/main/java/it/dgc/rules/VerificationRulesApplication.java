package it.dgc.rules;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The rules service: what verifiers synchronise once a day (Allegato B, chapters 3 and 4). */
@SpringBootApplication
public class VerificationRulesApplication {

    /**
     * @return the service, configured by {@code verification-rules-service.yml}, ready to run; several services can so
     *         run in one JVM
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(VerificationRulesApplication.class)
                .properties("spring.config.name=verification-rules-service");
    }

    /** @param args Spring Boot arguments */
    public static void main(String[] args) {
        builder().run(args);
    }
}
