package it.dgc.portal.certificates;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import it.dgc.portal.outbound.PeerSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the generation service is reached; see {@link PeerSettings}.
 *
 * @param baseUrl {@code https://host:port}
 * @param certificate ours, PEM
 * @param key its private key, PEM
 * @param authority who issued its certificate, PEM
 * @param connectWithin for the connection
 * @param answeredWithin for the whole answer
 * @param atOnce questions under way
 * @param restFor after too many failures
 */
@Validated
@ConfigurationProperties("dgc.generation")
record GenerationProperties(@NotNull URI baseUrl, @NotNull Path certificate, @NotNull Path key,
        @NotNull Path authority, @NotNull @DefaultValue("1s") Duration connectWithin,
        @NotNull @DefaultValue("3s") Duration answeredWithin, @Min(1) @Max(1000) @DefaultValue("50") int atOnce,
        @NotNull @DefaultValue("5s") Duration restFor) {

    PeerSettings peer() {
        return new PeerSettings("generation", baseUrl, certificate, key, authority, connectWithin, answeredWithin,
                atOnce, restFor);
    }
}
