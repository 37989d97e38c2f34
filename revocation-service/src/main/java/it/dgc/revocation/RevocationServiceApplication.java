package it.dgc.revocation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The revocation service: keeps the list and publishes it to the verifiers (Allegato B, chapter 2). */
@SpringBootApplication
public class RevocationServiceApplication {

    /**
     * @return the service, configured by {@code revocation-service.yml}, ready to run; several services can so run in
     *         one JVM
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(RevocationServiceApplication.class)
                .properties("spring.config.name=revocation-service");
    }

    /** @param args Spring Boot arguments */
    public static void main(String[] args) {
        builder().run(args);
    }
}
