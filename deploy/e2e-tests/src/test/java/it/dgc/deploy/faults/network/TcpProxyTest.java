package it.dgc.deploy.faults.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The proxy before a server")
class TcpProxyTest {

    /** Long enough to be sure that it is not met by chance. */
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int BRIEFLY_MILLIS = 300;
    private static final int PATIENTLY_MILLIS = 20_000;

    private EchoServer echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new EchoServer();
        proxy = TcpProxy.start(FreePorts.one(), echo.port());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void handsOnWhatIsSaidInBothDirectionsAndTheEndOfIt() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, "hello")).isEqualTo("hello");
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void holdsBackWhatIsSaidToTheServerAndDeliversItAfterAll() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, "one")).isEqualTo("one");
            proxy.delay(FOR_EVER, Duration.ZERO);
            say(client, "two");
            assertThatNothingCame(client);
            proxy.restore();
            assertThat(hear(client, 3)).isEqualTo("two");
        }
    }

    @Test
    void holdsBackWhatTheServerSaysAndDeliversItAfterAll() throws Exception {
        try (Socket client = client()) {
            proxy.delay(Duration.ZERO, FOR_EVER);
            say(client, "two");
            echo.awaitHeard("two");
            assertThatNothingCame(client);
            proxy.restore();
            assertThat(hear(client, 3)).isEqualTo("two");
        }
    }

    @Test
    void endsEveryConnectionByACutAndRefusesNewOnesUntilRestored() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, "one")).isEqualTo("one");
            proxy.cut();
            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.getInputStream().read());
            assertThatExceptionOfType(ConnectException.class).isThrownBy(this::client);
            proxy.restore();
        }
        try (Socket client = client()) {
            assertThat(answer(client, "two")).isEqualTo("two");
        }
    }

    @Test
    void takesConnectionsAndNeverAnswersWhileHalfOpen() throws IOException {
        try (Socket before = client()) {
            assertThat(answer(before, "one")).isEqualTo("one");
            proxy.halfOpen();
            say(before, "two");
            assertThatNothingCame(before);
            try (Socket after = client()) {
                say(after, "three");
                assertThatNothingCame(after);
                proxy.restore();
                assertThatItWasReset(after);
            }
            assertThatItWasReset(before);
        }
        assertThat(echo.heard()).isEqualTo("one");
    }

    @Test
    void leavesAConnectionAloneOnWhichNothingWasSaidWhileHalfOpen() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, "one")).isEqualTo("one");
            proxy.halfOpen();
            proxy.restore();
            assertThat(answer(client, "two")).isEqualTo("two");
        }
    }

    @Test
    void breaksOffInTheMiddleOfAMessage() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, "one")).isEqualTo("one");
            proxy.resetAfter(8);
            say(client, "123456");
            assertThat(hear(client, 2)).isEqualTo("12");
            assertThatItWasReset(client);
        }
        assertThat(echo.heard()).isEqualTo("one123456");
    }

    @Test
    void outlivesAServerThatGoesAndComesBack() throws Exception {
        int port = echo.port();
        echo.close();
        try (Socket client = client()) {
            assertThatItWasReset(client);
        }
        echo = new EchoServer(port);
        try (Socket client = client()) {
            assertThat(answer(client, "again")).isEqualTo("again");
        }
    }

    @Test
    void forgetsConnectionsThatHaveEnded() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, "one")).isEqualTo("one");
            assertThat(proxy.connections()).isEqualTo(1);
            proxy.cut();
            assertThat(proxy.connections()).isZero();
            proxy.restore();
        }
    }

    private Socket client() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENTLY_MILLIS);
        return socket;
    }

    private static String answer(Socket client, String text) throws IOException {
        say(client, text);
        return hear(client, text.length());
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String hear(Socket client, int length) throws IOException {
        client.setSoTimeout(PATIENTLY_MILLIS);
        return new String(client.getInputStream().readNBytes(length), US_ASCII);
    }

    private static void assertThatNothingCame(Socket client) throws IOException {
        client.setSoTimeout(BRIEFLY_MILLIS);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> client.getInputStream().read());
    }

    private static void assertThatItWasReset(Socket client) throws IOException {
        client.setSoTimeout(PATIENTLY_MILLIS);
        InputStream in = client.getInputStream();
        assertThatExceptionOfType(SocketException.class).isThrownBy(in::read).withMessageContaining("reset");
    }

    /** Says what it hears. */
    private static final class EchoServer implements AutoCloseable {

        private final ServerSocket listening;
        private final StringBuffer heard = new StringBuffer();

        EchoServer() throws IOException {
            this(FreePorts.one());
        }

        EchoServer(int port) throws IOException {
            listening = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listening.getLocalPort();
        }

        String heard() {
            return heard.toString();
        }

        void awaitHeard(String text) {
            long end = System.nanoTime() + Duration.ofMillis(PATIENTLY_MILLIS).toNanos();
            while (heard.indexOf(text) < 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(heard()).contains(text);
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = listening.accept();
                    Thread.ofVirtual().start(() -> echo(socket));
                }
            } catch (IOException closed) {
                assertThat(listening.isClosed()).isTrue();
            }
        }

        private void echo(Socket socket) {
            try (socket) {
                byte[] chunk = new byte[64];
                for (int count = socket.getInputStream().read(chunk); count >= 0; count = socket.getInputStream()
                        .read(chunk)) {
                    heard.append(new String(chunk, 0, count, US_ASCII));
                    socket.getOutputStream().write(chunk, 0, count);
                }
            } catch (IOException ended) {
                assertThat(socket.isClosed()).isTrue();
            }
        }
    }
}
