package it.dgc.deploy.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An SMS gateway that reaches no telephone. {@code POST /sms/messages} {to, sender, text} with an {@code Idempotency-Key}:
 * 202 for the first, 200 with the same body for a repetition, 400 where something is missing, 422 for what is no number.
 * {@code GET /sms/messages} shows what was accepted; {@code GET} and {@code PUT /sms/faults} tell how it misbehaves.
 */
public final class SmsGateway implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Journal<AcceptedSms> journal;
    private final Set<String> keys = new HashSet<>();
    private final LoopbackHttp http;
    private volatile SmsFaults faults;

    private SmsGateway(Journal<AcceptedSms> journal, int port, SmsFaults faults) {
        this.journal = journal;
        this.faults = faults;
        journal.entries().forEach(sms -> keys.add(sms.idempotencyKey()));
        http = LoopbackHttp.plain(port).on("/sms/messages", this::messages).on("/sms/faults", this::faults);
    }

    /**
     * @param directory data directory; the journal is {@code outbox/sms.jsonl} below it, and keys are known from it again
     * @param port on 127.0.0.1; 0 for any free one
     * @param faults how it misbehaves at first
     * @return the gateway, which listens
     * @throws RuntimeException if the port is taken or the journal cannot be written
     */
    public static SmsGateway start(Path directory, int port, SmsFaults faults) {
        SmsGateway gateway = new SmsGateway(Journal.open(AcceptedSms.journal(directory), AcceptedSms.class), port,
                faults);
        gateway.http.start();
        return gateway;
    }

    /** @return its port */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
        journal.close();
    }

    private void messages(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> send(exchange);
            case "GET" -> LoopbackHttp.json(exchange, 200, journal.entries());
            default -> LoopbackHttp.send(exchange, 405, "text/plain", "");
        }
    }

    private void faults(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> change(exchange);
            case "GET" -> LoopbackHttp.json(exchange, 200, faults);
            default -> LoopbackHttp.send(exchange, 405, "text/plain", "");
        }
    }

    private void change(HttpExchange exchange) throws IOException {
        try {
            faults = SmsFaults.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            LoopbackHttp.json(exchange, 200, faults);
        } catch (IllegalArgumentException wrong) {
            LoopbackHttp.send(exchange, 400, "text/plain", wrong.getMessage());
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        SmsFaults now = faults;
        byte[] body = exchange.getRequestBody().readAllBytes();
        LockSupport.parkNanos(now.delayMillis() * NANOS_A_MILLI);
        if (ThreadLocalRandom.current().nextDouble() < now.failRate()) {
            LoopbackHttp.send(exchange, now.status(), "text/plain", "told to fail");
            return;
        }
        try {
            accept(exchange, LoopbackHttp.JSON.readValue(body, Request.class));
        } catch (JacksonException wrong) {
            LoopbackHttp.send(exchange, 400, "text/plain", "not an object with to, sender and text");
        }
    }

    private void accept(HttpExchange exchange, Request request) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || key.isBlank() || !request.isWhole()) {
            LoopbackHttp.send(exchange, 400, "text/plain", "Idempotency-Key, to, sender and text are needed");
        } else if (!NUMBER.matcher(request.to()).matches()) {
            LoopbackHttp.send(exchange, 422, "text/plain", "no number");
        } else {
            boolean repeat = write(key, request);
            LoopbackHttp.json(exchange, repeat ? 200 : 202, Map.of("id", key));
        }
    }

    /** Returns when it is on the disk; only then does the gateway answer. */
    private synchronized boolean write(String key, Request request) {
        boolean repeat = !keys.add(key);
        journal.append(new AcceptedSms(key, request.to(), request.sender(), request.text(), Instant.now().toString(),
                repeat));
        return repeat;
    }

    private record Request(String to, String sender, String text) {

        boolean isWhole() {
            return to != null && sender != null && text != null;
        }
    }
}
