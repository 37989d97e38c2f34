package it.dgc.common.spring.access;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the institutions' access.
 *
 * @param institutionalPort the port with mutual TLS, on the same address as the plain one; 0 for any free one; none where
 *            it is not set, and institutional endpoints are then out of reach. Its certificate, key and authorities are
 *            those of {@code spring.ssl.bundle.pem.institutions}
 * @param callers who has which role: subject alternative names (RFC 5280, 4.2.1.6) of client certificates, each a whole
 *            DNS name or a whole URI. The subject, with its common name, is never looked at
 */
@Validated
@ConfigurationProperties("dgc.access")
record AccessProperties(@Min(0) @Max(65_535) Integer institutionalPort,
        @NotNull @DefaultValue Map<Role, List<@Pattern(regexp = NAME) String>> callers) {

    /** A wild card would let one certificate stand for many; a URI is known by its colon. */
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|[A-Za-z][A-Za-z0-9+.-]*:[!-~]{1,1000}";
}
