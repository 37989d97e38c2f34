package it.dgc.deploy.sistemats.cards;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import it.dgc.deploy.outbox.LoopbackHttp;
import tools.jackson.core.JacksonException;

/**
 * The register of health cards as the portal asks it, over mutual TLS. {@code POST /v1/health-cards/check} {fiscalCode,
 * last8, expiry?} answers MATCH or NO_MATCH, {@code POST /v1/health-cards/none} {fiscalCode} answers YES or NO, each with
 * the code that was asked about; 400 for what is no question. Its knobs turn while it runs.
 */
public final class HealthCardServer implements AutoCloseable {

    private static final String CHECK = "/v1/health-cards/check";
    private static final String NONE = "/v1/health-cards/none";

    private final CardRegister register;
    private final LoopbackHttp http;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Misbehaviour misbehaviour = new Misbehaviour(closing);
    private final AtomicLong questions = new AtomicLong();
    private volatile CardFaults faults = CardFaults.NONE;

    private HealthCardServer(int port, SSLContext tls, CardRegister register) {
        this.register = register;
        http = LoopbackHttp.mutualTls(port, tls)
                .on(CHECK, exchange -> ask(exchange, "MATCH", this::check))
                .on(NONE, exchange -> ask(exchange, "YES", this::none));
    }

    /**
     * @param port on 127.0.0.1; 0 for any free one
     * @param tls its own certificate, and the authorities that callers must have
     * @param register who has which card
     * @return the register, which answers
     * @throws IllegalStateException if the port is taken
     */
    public static HealthCardServer start(int port, SSLContext tls, CardRegister register) {
        HealthCardServer server = new HealthCardServer(port, tls, register);
        server.http.start();
        return server;
    }

    /** @return its port */
    public int port() {
        return http.port();
    }

    /** @return how many questions have reached it, answered or not */
    public long questions() {
        return questions.get();
    }

    /** @return how it misbehaves */
    public CardFaults faults() {
        return faults;
    }

    /** @param wanted how it misbehaves from the next question on */
    public void misbehave(CardFaults wanted) {
        faults = wanted;
    }

    @Override
    public void close() {
        closing.countDown();
        http.close();
    }

    private void ask(HttpExchange exchange, String agreeing, Function<Question, String> reply) throws IOException {
        CardFaults now = faults;
        questions.incrementAndGet();
        if (!"POST".equals(exchange.getRequestMethod())) {
            LoopbackHttp.send(exchange, 405, "text/plain", "");
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            answer(exchange, now, LoopbackHttp.JSON.readValue(body, Question.class).whole(), agreeing, reply);
        } catch (JacksonException | IllegalArgumentException | DateTimeException wrong) {
            LoopbackHttp.send(exchange, 400, "text/plain", "not a question");
        }
    }

    private void answer(HttpExchange exchange, CardFaults now, Question question, String agreeing,
            Function<Question, String> reply) throws IOException {
        String answer = reply.apply(question);
        if (now.delayMillis() > 0 && misbehaviour.pause(now.delayMillis())) {
            return;
        }
        if (ThreadLocalRandom.current().nextDouble() < now.failRate()) {
            misbehaviour.answer(exchange, now, Map.of("fiscalCode", question.fiscalCode(), "answer", agreeing));
        } else {
            LoopbackHttp.json(exchange, 200, Map.of("fiscalCode", question.fiscalCode(), "answer", answer));
        }
    }

    private String check(Question question) {
        if (question.last8() == null) {
            throw new IllegalArgumentException("which card?");
        }
        LocalDate expiry = question.expiry() == null ? null : LocalDate.parse(question.expiry());
        return register.cardOf(question.fiscalCode()).filter(card -> card.last8().equals(question.last8()))
                .filter(card -> expiry == null || card.expiry().equals(expiry)).isPresent() ? "MATCH" : "NO_MATCH";
    }

    private String none(Question question) {
        return register.cardOf(question.fiscalCode()).isPresent() ? "NO" : "YES";
    }

    private record Question(String fiscalCode, String last8, String expiry) {

        Question whole() {
            if (fiscalCode == null || fiscalCode.isBlank()) {
                throw new IllegalArgumentException("about whom?");
            }
            return this;
        }

        @Override
        public String toString() {
            return "Question[***]";
        }
    }
}
