package it.dgc.deploy.sistemats.cards;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import it.dgc.deploy.outbox.LoopbackHttp;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Does what a fault says, until the caller hangs up or the register closes. */
final class Misbehaviour {

    private static final String JSON = "application/json";
    private static final int FOUND_ELSEWHERE = 307;
    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 1024;
    private static final long BLANK_EVERY_MILLIS = 50;
    /** A code that no place of birth gives to anybody. */
    private static final String SOMEBODY_ELSE = "RSSMRA80A01M999V";

    private final CountDownLatch closing;

    Misbehaviour(CountDownLatch closing) {
        this.closing = closing;
    }

    /** @return whether the register closed meanwhile */
    boolean pause(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** @param agreeing the answer that would please the caller most */
    void answer(HttpExchange exchange, CardFaults faults, Map<String, String> agreeing) throws IOException {
        switch (faults.fault()) {
            case REJECT -> LoopbackHttp.send(exchange, faults.status(), "text/plain", "told to fail");
            case REDIRECT -> redirect(exchange, faults);
            case WRONG_ECHO -> LoopbackHttp.json(exchange, 200,
                    Map.of("fiscalCode", SOMEBODY_ELSE, "answer", agreeing.get("answer")));
            case GARBAGE -> LoopbackHttp.send(exchange, 200, JSON, "<html>" + agreeing + "\u0000{{{");
            case TRUNCATED -> truncate(exchange, LoopbackHttp.JSON.writeValueAsBytes(agreeing));
            case ENDLESS -> goOn(exchange);
            case HUGE -> overflow(exchange, LoopbackHttp.JSON.writeValueAsBytes(agreeing));
        }
    }

    private static void redirect(HttpExchange exchange, CardFaults faults) {
        exchange.getResponseHeaders().set("Location",
                faults.location() == null ? exchange.getRequestURI().toString() : faults.location().toString());
        LoopbackHttp.send(exchange, FOUND_ELSEWHERE, "text/plain", "");
    }

    private static void truncate(HttpExchange exchange, byte[] body) throws IOException {
        begin(exchange, body.length);
        exchange.getResponseBody().write(body, 0, body.length - 1);
    }

    private void goOn(HttpExchange exchange) throws IOException {
        begin(exchange, 0);
        OutputStream body = exchange.getResponseBody();
        do {
            body.write(' ');
            body.flush();
        } while (!pause(BLANK_EVERY_MILLIS));
    }

    /** What comes first is a whole answer: who reads on only to be polite runs out of memory. */
    private static void overflow(HttpExchange exchange, byte[] first) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, " ".getBytes(UTF_8)[0]);
        begin(exchange, first.length + (long) BLOCKS * BLOCK);
        OutputStream body = exchange.getResponseBody();
        body.write(first);
        for (int sent = 0; sent < BLOCKS; sent++) {
            body.write(block);
        }
    }

    /** @param length 0 for one that is not known before */
    private static void begin(HttpExchange exchange, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, length);
    }
}
