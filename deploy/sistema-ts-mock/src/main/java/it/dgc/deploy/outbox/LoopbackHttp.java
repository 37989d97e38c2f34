package it.dgc.deploy.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small web server on this machine, a thread for each request. */
final class LoopbackHttp implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackHttp.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int INTERNAL_ERROR = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** @param port 0 for any free one */
    LoopbackHttp(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " on " + LOOPBACK + " cannot be used", e);
        }
        server.setExecutor(threads);
    }

    LoopbackHttp on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> answer(exchange, path, handler));
        return this;
    }

    LoopbackHttp start() {
        server.start();
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    static void json(HttpExchange exchange, int status, Object value) {
        send(exchange, status, "application/json", JSON.writeValueAsString(value));
    }

    static void send(HttpExchange exchange, int status, String type, String text) {
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
}
