package it.dgc.generation;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How strict the service is about its keys and secrets.
 *
 * @param mode {@code PRODUCTION} (default): they are given, and a missing or a development one stops the start;
 *        {@code DEVELOPMENT}: what is missing is made at first start
 */
@Validated
@ConfigurationProperties("dgc")
public record DeploymentProperties(@NotNull @DefaultValue("PRODUCTION") Mode mode) {

    /** Where the service runs. */
    public enum Mode {
        DEVELOPMENT, PRODUCTION
    }

    public boolean development() {
        return mode == Mode.DEVELOPMENT;
    }
}
