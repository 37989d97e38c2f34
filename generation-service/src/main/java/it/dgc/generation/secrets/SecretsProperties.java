package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the secrets are.
 *
 * @param directory holds the four keyset files (see {@link Secrets#load}); readable by the service's user alone
 * @param reloadEvery how often the field-encryption keyset is looked at anew; the longest that instances differ after
 *        an operator has handed out a new one, once all have its file
 */
@Validated
@ConfigurationProperties("dgc.secrets")
record SecretsProperties(@NotNull Path directory, @NotNull @DefaultValue("10s") Duration reloadEvery) {

    SecretsProperties {
        if (reloadEvery != null && !reloadEvery.isPositive()) {
            throw new IllegalArgumentException("dgc.secrets.reload-every must be longer than nothing");
        }
    }
}
