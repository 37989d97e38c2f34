package it.dgc.portal.limits.keys;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the portal's secret is. Another key makes all counters and open captchas unknown: it is changed only when it is lost.
 *
 * @param directory holds {@code portal-hash.key}, Base64 of at least 32 random bytes, the same for all instances; readable by
 *        the service's user alone
 */
@Validated
@ConfigurationProperties("dgc.secrets")
record KeysProperties(@NotNull Path directory) {}
