package it.dgc.portal.pages;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the pages.
 *
 * @param secureCookie whether the forms' cookie goes over TLS only and is bound to the host; {@code false} is for a platform on
 *            one machine that speaks plain HTTP
 * @param origin scheme, host and port under which browsers see the portal (RFC 6454); where it is not set, forms must come from the
 *            host that the request names, and the edge must pass it on
 * @param accessibilityContact e-mail address for reports about accessibility (Legge 4/2004, article 3-quater), shown in the
 *            statement; where it is not set, the statement names the telephone alone
 */
@Validated
@ConfigurationProperties("dgc.pages")
record PagesProperties(@DefaultValue("true") boolean secureCookie,
        @Pattern(regexp = "https?://[a-z0-9.-]+(:[0-9]{1,5})?") String origin,
        @Pattern(regexp = "[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,190}") String accessibilityContact) {}
