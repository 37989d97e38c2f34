package it.dgc.revocation.drl.http;

import java.net.http.HttpResponse;
import java.util.List;

import it.dgc.revocation.ServiceOnFakes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("C01: 400 only for a malformed or impossible version or chunk")
class DrlBadInputTest {

    private static final String CHECK = "/v1/dgc/drl/check";
    private static final String DRL = "/v1/dgc/drl";

    private static ServiceOnFakes service;

    @BeforeAll
    static void start() {
        service = ServiceOnFakes.start("--dgc.drl.chunk-size=4");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=-1", "version=abc", "version=9223372036854775808", "version=1e3",
            "version=1;2",
            "version=1&version=1", "version=1&version=2", "version=%00", "version=2", "version=%2B1", "version=1.0",
            "version=%201", "version=0x1", "version=1&x=2&version="})
    void refusesTheVersionInTheMinistrysWords(String query) {
        for (String path : List.of(CHECK, DRL)) {
            HttpResponse<String> answer = service.http().get(path + "?" + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(header(answer, "content-type")).isEqualTo("application/json");
            assertThat(answer.body()).isEqualTo("{\"code\":\"0x004\",\"problem\":"
                    + "\"version must be one whole number from 0 to the newest version\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunk=-1", "chunk=abc", "chunk=2", "chunk=99999999999", "chunk=1&chunk=1",
            "chunk=9223372036854775808", "version=0&chunk=2"})
    void refusesTheChunk(String query) {
        for (String path : List.of(CHECK, DRL)) {
            HttpResponse<String> answer = service.http().get(path + "?" + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"code\":\"0x004\",\"problem\":"
                    + "\"chunk must be one whole number from 0 to the last chunk\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version=", "chunk=", "version", "version=0", "version=1", "version=0001",
            "Version=abc", "versions=abc", "x=1&y=2&x=1", "&&&", "=", "country=IT&version=0", "%zz"})
    void passesOverWhatIsNotItsOwn(String query) {
        assertThat(service.http().raw("GET " + DRL + "?" + query + " HTTP/1.1", "Host: get.dgc.gov.it"))
                .startsWith("HTTP/1.1 200");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
