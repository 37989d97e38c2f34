package it.dgc.deploy.local.platform;

import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Free ports of the platform")
class PortsTest {

    @Test
    @DisplayName("are none that an outgoing connection could be given before their part listens")
    void areBelowThoseOfConnections() {
        assertThat(IntStream.range(0, 50).map(nth -> Ports.settled(0, "--any-port")))
                .allMatch(port -> port >= 12_000 && port < 32_000);
        Ports settled = Ports.ANY.settled();
        assertThat(IntStream.of(settled.http(), settled.kafka(), settled.store(), settled.portal()).distinct())
                .hasSize(4).allMatch(port -> port >= 12_000 && port < 32_000);
    }
}
