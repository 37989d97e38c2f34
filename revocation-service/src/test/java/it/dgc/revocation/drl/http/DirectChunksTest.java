package it.dgc.revocation.drl.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.drl.served.ServedList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A chunk of the whole list is answered directly, and nobody can tell")
class DirectChunksTest {

    private static final String DRL = "/v1/dgc/drl";
    /** The controller passes over it, and who answers directly does not know it. */
    private static final String THE_LONG_WAY = "&x";

    private static ServiceOnFakes service;

    @BeforeAll
    static void start() {
        service = ServiceOnFakes.start("--dgc.drl.chunk-size=4");
        service.revoke(Hashes.numbers(0, 9));
        service.publish();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunk=1", "chunk=3", "version=0&chunk=2", "chunk=2&version=0", "chunk=01", "chunk=0",
            "chunk=4", "version=1&chunk=1", "version=2&chunk=1", "version=3&chunk=1", "version=0", "chunk=x"})
    void givesTheAnswerOfTheController(String query) {
        HttpResponse<byte[]> answer = zipped(query);
        String tag = answer.headers().firstValue("ETag").orElse("\"none\"");
        assertThat(told(answer)).isEqualTo(told(zipped(query + THE_LONG_WAY)));
        assertThat(answer.body()).isEqualTo(zipped(query + THE_LONG_WAY).body());
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*", "\"another\"")) {
            HttpResponse<byte[]> again = zipped(query, "If-None-Match", known);
            HttpResponse<byte[]> theLongWay = zipped(query + THE_LONG_WAY, "If-None-Match", known);
            assertThat(told(again)).as(known).isEqualTo(told(theLongWay));
            assertThat(again.body()).as(known).isEqualTo(theLongWay.body());
        }
    }

    @Test
    void gives304ToWhoHasItAndTheNextVersionToWhoHasAnOldOne() {
        ServiceOnFakes changing = ServiceOnFakes.start("--dgc.drl.chunk-size=4");
        try (changing) {
            HttpResponse<byte[]> first = changing.http().bytes("GET", DRL + "?chunk=1", "Accept-Encoding", "gzip");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(changing.http().bytes("GET", DRL + "?chunk=1", "Accept-Encoding", "gzip", "If-None-Match", tag)
                    .statusCode()).isEqualTo(304);
            changing.revoke(Hashes.numbers(0, 1));
            changing.publish();
            HttpResponse<byte[]> next = changing.http().bytes("GET", DRL + "?chunk=1", "Accept-Encoding", "gzip",
                    "If-None-Match", tag);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.body()).isNotEqualTo(first.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunk=1", "chunk=3", "version=0&chunk=2", "chunk=2&version=0"})
    void asksNobodyElse(String query) throws Exception {
        assertThat(isAnswered(direct(confirmed()), asking(query))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"chunk=4", "version=1&chunk=1", "version=2&chunk=1", "chunk=01", "chunk=1&x", "chunk=1&chunk=1", "x"})
    @DisplayName("what has to be decided is decided by the controller")
    void leavesTheRest(String query) throws Exception {
        assertThat(isAnswered(direct(confirmed()), asking(query))).isFalse();
    }

    @Test
    void leavesWhatIsNotAskedAsUsual() throws Exception {
        MockHttpServletRequest head = asking("chunk=1");
        head.setMethod("HEAD");
        MockHttpServletRequest institutional = asking("chunk=1");
        institutional.setSecure(true);
        MockHttpServletRequest elsewhere = asking("chunk=1");
        elsewhere.setRequestURI(DRL + "/");
        MockHttpServletRequest conditional = asking("chunk=1");
        conditional.addHeader("If-Match", "\"x\"");
        MockHttpServletRequest plain = new MockHttpServletRequest("GET", DRL);
        plain.setQueryString("chunk=1");
        for (MockHttpServletRequest request : List.of(head, institutional, elsewhere, conditional, plain)) {
            assertThat(isAnswered(direct(confirmed()), request)).isFalse();
        }
        ServedList doubted = confirmed();
        doubted.doubt(Instant.EPOCH);
        assertThat(isAnswered(direct(doubted), asking("chunk=1"))).isFalse();
        assertThat(isAnswered(direct(empty()), asking("chunk=1"))).isFalse();
    }

    private static DirectChunks direct(ServedList list) {
        return new DirectChunks(list, Map.of());
    }

    private static ServedList empty() {
        return new ServedList(service.clock(), Duration.ZERO);
    }

    private static ServedList confirmed() {
        ServedList list = empty();
        list.serve(service.served());
        return list;
    }

    private static MockHttpServletRequest asking(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", DRL);
        request.setQueryString(query);
        request.addHeader("Accept-Encoding", "gzip");
        return request;
    }

    private static boolean isAnswered(DirectChunks direct, MockHttpServletRequest request)
            throws IOException, ServletException {
        MockFilterChain rest = new MockFilterChain();
        direct.doFilter(request, new MockHttpServletResponse(), rest);
        return rest.getRequest() == null;
    }

    private static HttpResponse<byte[]> zipped(String query, String... headers) {
        return service.http().bytes("GET", DRL + "?" + query,
                Stream.concat(Stream.of("Accept-Encoding", "gzip"), Stream.of(headers)).toArray(String[]::new));
    }

    private static Map<String, List<String>> told(HttpResponse<byte[]> answer) {
        Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
        told.remove("date");
        told.put("status", List.of(Integer.toString(answer.statusCode())));
        return told;
    }
}
