package it.dgc.generation.secrets;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the secrets are.
 *
 * @param directory holds the four keyset files (see {@link Secrets#load}); readable by the service's user alone
 */
@Validated
@ConfigurationProperties("dgc.secrets")
record SecretsProperties(@NotNull Path directory) {}
