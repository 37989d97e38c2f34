package it.dgc.generation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The generation service: notifications of Sistema TS in, signed certificates out (Allegato B, chapter 1). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GenerationServiceApplication {

    /**
     * @return the service, configured by {@code generation-service.yml}, ready to run; several services can so run in
     *         one JVM
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GenerationServiceApplication.class)
                .properties("spring.config.name=generation-service");
    }

    /** @param args Spring Boot arguments */
    public static void main(String[] args) {
        builder().run(args);
    }
}
