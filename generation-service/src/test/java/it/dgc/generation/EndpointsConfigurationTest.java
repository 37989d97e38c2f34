package it.dgc.generation;

import java.util.stream.Stream;

import it.dgc.common.spring.access.Endpoints;
import it.dgc.common.spring.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Each institution asks what is its own; that nothing else is open, the default deny proves of this list")
class EndpointsConfigurationTest {

    private final Endpoints endpoints = new EndpointsConfiguration().endpoints();

    @Test
    @DisplayName("certificates are found and recovered by the portal, and by nobody else")
    void letsThePortalAloneFindAndRecover() {
        assertThat(endpoints.openTo(Role.PORTAL))
                .containsExactlyInAnyOrder("POST /v1/certificates/find", "POST /v1/certificates/recover");
        assertThat(Stream.of(Role.values()).filter(role -> role != Role.PORTAL)
                .flatMap(role -> endpoints.openTo(role).stream())).noneMatch(one -> one.contains("certificates"));
        assertThat(endpoints.openPaths()).noneMatch(path -> path.contains("certificates"));
    }
}
