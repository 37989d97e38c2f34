package it.dgc.common.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.common.spring.access.Endpoints;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A real server in front of a controller that fails in every way that Spring MVC knows. */
@DisplayName("Every failure of a service is a problem (RFC 9457) that repeats nothing of the request")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTest {

    /** Stands for personal data: must come back in no answer and no log line. */
    private static final String PERSONAL = "RSSMRA80A01H501U";

    private final int port;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();

    ProblemAnswersTest(@Value("${local.server.port}") int port, @Autowired Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    @Test
    void givesTheServiceAClockInUtc() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void tellsThatAPathIsUnknown() {
        assertProblem(get("/nowhere/" + PERSONAL), ProblemType.NOT_FOUND);
        assertProblem(get("/error"), ProblemType.NOT_FOUND);
    }

    @Test
    @DisplayName("RFC 9110, 15.5.6: 405 names the allowed methods")
    void tellsThatAMethodIsWrong() {
        HttpResponse<String> answer = send(to("/people").DELETE());
        assertProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void tellsThatABodyIsUnreadable() {
        for (String body : new String[]{"", "{", "[]", "{\"age\":\"" + PERSONAL + "\"}", "\"" + PERSONAL + "\""}) {
            assertProblem(post("application/json", body), ProblemType.INVALID_REQUEST);
        }
    }

    @Test
    void tellsThatAMediaTypeIsWrong() {
        for (String type : new String[]{"application/x-www-form-urlencoded", "text/plain", "application/xml",
                "x/" + PERSONAL}) {
            assertProblem(post(type, PERSONAL), ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        assertProblem(post("not a media type", PERSONAL), ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void tellsThatAParameterIsMissingOrOfAnotherType() {
        assertProblem(get("/count"), ProblemType.INVALID_REQUEST);
        assertProblem(get("/count?n=" + PERSONAL), ProblemType.INVALID_REQUEST);
    }

    @Test
    void answersInJsonWhateverTheCallerAccepts() {
        assertProblem(send(to("/count").header("Accept", "image/png").GET()), ProblemType.INVALID_REQUEST);
        assertProblem(send(to("/nowhere").header("Accept", "text/html").GET()), ProblemType.NOT_FOUND);
        assertProblem(send(to("/fails").header("Accept", "nonsense").GET()), ProblemType.INTERNAL);
        assertProblem(send(to("/count?n=1").header("Accept", "image/png").GET()), ProblemType.INVALID_REQUEST);
    }

    @Test
    void logsASurpriseByTraceAndPlaceButWithoutItsMessage(CapturedOutput output) {
        String traceId = assertProblem(get("/fails"), ProblemType.INTERNAL);
        assertThat(output).contains("Failed: internal, trace " + traceId, "java.lang.IllegalStateException",
                "ProblemAnswersTest.java:").doesNotContain(PERSONAL);
    }

    @Test
    void survivesAnErrorOfTheMachine(CapturedOutput output) {
        assertProblem(get("/recurses"), ProblemType.INTERNAL);
        assertThat(output).contains("java.lang.StackOverflowError");
    }

    @Test
    void logsARefusalInOneLine(CapturedOutput output) {
        String traceId = assertProblem(get("/nowhere/" + PERSONAL), ProblemType.NOT_FOUND);
        assertThat(output.toString().lines().filter(line -> line.contains(traceId))).singleElement().asString()
                .contains("Refused: not-found");
        assertThat(output).doesNotContain(PERSONAL);
    }

    @Test
    void takesTheStatusButNotTheReasonOfAFrameworkException() {
        assertProblem(get("/conflict"), ProblemType.CONFLICT);
        assertProblem(get("/precondition"), ProblemType.INVALID_REQUEST);
    }

    @Test
    @DisplayName("RFC 9110, 10.2.3: Retry-After in whole seconds")
    void tellsTheProblemThatAControllerChose() {
        HttpResponse<String> answer = get("/later");
        assertProblem(answer, ProblemType.TRY_LATER);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void answersWhereAFilterGaveUp(CapturedOutput output) {
        assertProblem(get("/filtered/forbidden"), ProblemType.FORBIDDEN);
        HttpResponse<String> refused = get("/filtered/refused");
        assertProblem(refused, ProblemType.TOO_MANY_REQUESTS);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        String traceId = assertProblem(get("/filtered/fails"), ProblemType.INTERNAL);
        assertThat(output).contains("Failed: internal, trace " + traceId).doesNotContain(PERSONAL);
    }

    @Test
    @DisplayName("W3C Trace Context: where tracing is on, its id is used; anything else that is called so is not")
    void usesTheCurrentTrace() {
        assertThat(get("/traced?id=0af7651916cd43dd8448eb211c80319c").body())
                .contains("0af7651916cd43dd8448eb211c80319c");
        assertProblem(get("/traced?id=" + PERSONAL), ProblemType.NOT_FOUND);
    }

    private static String assertProblem(HttpResponse<String> answer, ProblemType type) {
        assertThat(answer.statusCode()).isEqualTo(type.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body() + answer.headers().map()).doesNotContain(PERSONAL, "Exception", "nowhere", "people");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "traceId");
        assertThat(problem.get("type").stringValue()).isEqualTo(type.uri().toString());
        assertThat(problem.get("traceId").stringValue()).matches("[0-9a-f]{32}");
        return problem.get("traceId").stringValue();
    }

    private HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    private HttpResponse<String> post(String contentType, String body) {
        return send(to("/people").header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Failing.class)
    static class Service {

        @Bean
        Endpoints everything() {
            return Endpoints.none().open("/**");
        }

        @Bean
        OncePerRequestFilter failingFilter() {
            return new FailingFilter();
        }
    }

    static final class FailingFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            switch (request.getRequestURI()) {
                case "/filtered/forbidden" -> response.sendError(403, PERSONAL);
                case "/filtered/refused" -> {
                    response.setHeader("Content-Disposition", PERSONAL);
                    throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, Duration.ofMinutes(1));
                }
                case "/filtered/fails" -> throw new IllegalStateException(PERSONAL);
                case "/traced" -> {
                    MDC.put("traceId", request.getParameter("id"));
                    chain.doFilter(request, response);
                    MDC.remove("traceId");
                }
                default -> chain.doFilter(request, response);
            }
        }
    }

    record Person(int age) {}

    @RestController
    static class Failing {

        @PostMapping(path = "/people", consumes = "application/json")
        Person people(@RequestBody Person person) {
            return person;
        }

        @GetMapping(path = "/count", produces = "application/json")
        int count(@RequestParam int n) {
            return n;
        }

        @GetMapping("/fails")
        String fails() {
            throw new IllegalStateException(PERSONAL, new IllegalArgumentException(PERSONAL));
        }

        @GetMapping("/recurses")
        String recurses() {
            return recurses() + PERSONAL;
        }

        @GetMapping("/conflict")
        String conflict() {
            throw new ResponseStatusException(HttpStatus.CONFLICT, PERSONAL);
        }

        @GetMapping("/precondition")
        String precondition() {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, PERSONAL);
        }

        @GetMapping("/later")
        String later() {
            throw new ProblemException(ProblemType.TRY_LATER, Duration.ofMillis(1_001));
        }
    }
}
