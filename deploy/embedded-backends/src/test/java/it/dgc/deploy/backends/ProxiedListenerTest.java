package it.dgc.deploy.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProxiedListenerTest {

    @TempDir
    private Path directory;

    @Test
    void tellsOnlyThoseWhoComeThroughTheProxyToComeBackThroughIt() throws Exception {
        int port = freePort();
        ProxiedListener second = new ProxiedListener(port, "localhost:" + port);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0, second)) {
            assertThat(addressToldAt(kafka.bootstrapServers())).isEqualTo(kafka.bootstrapServers());
            assertThat(addressToldAt(second.address())).isEqualTo(second.advertised());
        }
    }

    @Test
    void refusesAPortThatNobodyKnowsBefore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProxiedListener(0, "127.0.0.1:4711"))
                .withMessageContaining("fixed port");
    }

    private static String addressToldAt(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Collection<Node> nodes = admin.describeCluster().nodes().get();
            Node broker = nodes.iterator().next();
            return broker.host() + ":" + broker.port();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
