package it.dgc.portal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The portal: citizens recover their AUTHCODE and their certificate (Allegato B, chapters 5 and 6). */
@SpringBootApplication
public class PortalServiceApplication {

    /**
     * @return the service, configured by {@code authcode-portal-service.yml}, ready to run; several services can so run
     *         in one JVM
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PortalServiceApplication.class)
                .properties("spring.config.name=authcode-portal-service");
    }

    /** @param args Spring Boot arguments */
    public static void main(String[] args) {
        builder().run(args);
    }
}
