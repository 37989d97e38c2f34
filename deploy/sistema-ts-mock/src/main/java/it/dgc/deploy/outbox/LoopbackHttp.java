package it.dgc.deploy.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small web server on this machine, a thread for each request; in clear, or with TLS and only for callers it knows. */
public final class LoopbackHttp implements AutoCloseable {

    /** Reads and writes what goes over the wire. */
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackHttp.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int INTERNAL_ERROR = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private LoopbackHttp(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /**
     * @param port 0 for any free one
     * @return a server in clear, which does not serve yet
     * @throws IllegalStateException if the port is taken
     */
    public static LoopbackHttp plain(int port) {
        try {
            return new LoopbackHttp(HttpServer.create(address(port), 0));
        } catch (IOException taken) {
            throw unusable(port, taken);
        }
    }

    /**
     * @param port 0 for any free one
     * @param tls its own certificate, and the authorities that callers must have
     * @return a server with TLS 1.2 or later that wants a certificate of every caller; it does not serve yet
     * @throws IllegalStateException if the port is taken
     */
    public static LoopbackHttp mutualTls(int port, SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(address(port), 0);
            server.setHttpsConfigurator(new CallersNeedCertificates(tls));
            return new LoopbackHttp(server);
        } catch (IOException taken) {
            throw unusable(port, taken);
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(LOOPBACK, port);
    }

    private static IllegalStateException unusable(int port, IOException cause) {
        return new IllegalStateException("Port " + port + " on " + LOOPBACK + " cannot be used", cause);
    }

    /**
     * @param path taken exactly
     * @param handler answers it
     * @return this server
     */
    public LoopbackHttp on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> answer(exchange, path, handler));
        return this;
    }

    /** @return this server, which now serves */
    public LoopbackHttp start() {
        server.start();
        return this;
    }

    /** @return its port */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * @param exchange to answer
     * @param status of the answer
     * @param value written as JSON
     */
    public static void json(HttpExchange exchange, int status, Object value) {
        send(exchange, status, "application/json", JSON.writeValueAsString(value));
    }

    /**
     * @param exchange to answer
     * @param status of the answer
     * @param type media type
     * @param text the body, empty for none
     */
    public static void send(HttpExchange exchange, int status, String type, String text) {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        try {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    /** Paths are taken exactly: the server itself would give a handler all that begins with its path. */
    private static void answer(HttpExchange exchange, String path, HttpHandler handler) {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals(path)) {
                handler.handle(exchange);
            } else {
                send(exchange, 404, "text/plain", "");
            }
        } catch (IOException | UncheckedIOException gone) {
            LOG.debug("A caller went away: {}", gone.getClass().getName());
        } catch (RuntimeException broken) {
            LOG.warn("A request could not be answered: {}", broken.getClass().getName());
            send(exchange, INTERNAL_ERROR, "text/plain", "");
        }
    }

    /** TLS as institutions speak it (ModI ID_AUTH_CHANNEL; RFC 9325, 3.1.1). */
    private static final class CallersNeedCertificates extends HttpsConfigurator {

        CallersNeedCertificates(SSLContext tls) {
            super(tls);
        }

        @Override
        public void configure(HttpsParameters connection) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setProtocols(new String[]{"TLSv1.2", "TLSv1.3"});
            wanted.setNeedClientAuth(true);
            connection.setSSLParameters(wanted);
        }
    }
}
