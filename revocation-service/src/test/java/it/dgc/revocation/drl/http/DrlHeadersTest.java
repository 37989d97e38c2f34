package it.dgc.revocation.drl.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("C05: header fields change the form, never the content")
class DrlHeadersTest {

    private static final String CHECK = "/v1/dgc/drl/check";
    private static final String DRL = "/v1/dgc/drl";

    private final ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.chunk-size=4");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void zipsForWhoeverTakesIt() throws IOException {
        revokeAndPublish(0, 9);
        for (String path : List.of(DRL, DRL + "?chunk=3", DRL + "?version=1&chunk=2", DRL + "?version=2")) {
            HttpResponse<byte[]> zipped = service.http().bytes("GET", path, "Accept-Encoding", "gzip, deflate");
            assertThat(zipped.headers().firstValue("content-encoding")).contains("gzip");
            assertThat(zipped.headers().firstValue("vary")).contains("Accept-Encoding");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertThat(in.readAllBytes()).isEqualTo(service.http().bytes("GET", path).body());
            }
        }
    }

    @Test
    void sendsItAsItIsToAllOthers() {
        for (String coding : List.of("identity", "br", "junk;;q=,", "gzip;q=0")) {
            HttpResponse<String> answer = service.http().get(DRL, "Accept-Encoding", coding);
            assertThat(header(answer, "content-encoding")).as(coding).isEqualTo("(absent)");
            assertThat(answer.body()).as(coding).isEqualTo(service.http().get(DRL).body());
        }
    }

    @Test
    void isNotSentAgainToWhoeverHoldsIt() {
        for (String path : List.of(CHECK, DRL, DRL + "?version=0", CHECK + "?version=1")) {
            HttpResponse<String> answer = service.http().get(path);
            assertThat(header(answer, "etag")).matches("\"[^\"]+\"");
            assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
            HttpResponse<String> again = service.http().get(path, "If-None-Match", header(answer, "etag"));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(service.http().get(path, "If-None-Match", "junk").statusCode()).isEqualTo(200);
            assertThat(service.http().get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("RFC 9110: a strong tag is of one representation")
    void hasAnotherTagForEachBody() {
        revokeAndPublish(0, 9);
        List<String> paths = List.of(CHECK, CHECK + "?chunk=2", CHECK + "?version=1", CHECK + "?version=2", DRL,
                DRL + "?chunk=2", DRL + "?version=0", DRL + "?version=1", DRL + "?version=1&chunk=2");
        List<String> tags = Stream.concat(paths.stream().map(path -> header(service.http().get(path), "etag")),
                Stream.of(header(service.http().get(DRL, "Accept-Encoding", "gzip"), "etag"))).toList();
        assertThat(tags).doesNotHaveDuplicates();
        revokeAndPublish(9, 10);
        assertThat(paths).extracting(path -> header(service.http().get(path), "etag"))
                .doesNotContainAnyElementsOf(tags);
    }

    @Test
    @DisplayName("every instance gives the same bytes and tags, also after a restart from disk")
    void isTheSameFromEachInstance() {
        revokeAndPublish(0, 9);
        try (ServiceOnFakes other = ServiceOnFakes.start(service.store(), service.clock(),
                ServiceOnFakes.temporary(), "--dgc.drl.chunk-size=4")) {
            for (String path : List.of(CHECK, DRL + "?chunk=2", DRL + "?version=1&chunk=2")) {
                HttpResponse<String> answer = other.http().get(path);
                assertThat(answer.body()).isEqualTo(service.http().get(path).body());
                assertThat(header(answer, "etag")).isEqualTo(header(service.http().get(path), "etag"));
            }
        }
    }

    @Test
    void sendsAllToWhoeverWantsARange() {
        HttpResponse<String> answer = service.http().get(DRL, "Range", "bytes=0-9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(service.http().get(DRL).body());
    }

    @Test
    void isJsonWhateverIsAccepted() {
        for (String accept : List.of("text/html", "*/*", "application/xml", "application/json", "junk")) {
            HttpResponse<String> answer = service.http().get(DRL, "Accept", accept);
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(header(answer, "content-type")).as(accept).isEqualTo("application/json");
        }
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<byte[]> answer = service.http().bytes("HEAD", DRL);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("content-length"))
                .contains(Integer.toString(service.http().bytes("GET", DRL).body().length));
        assertThat(answer.headers().firstValue("etag")).isPresent();
    }

    @Test
    @DisplayName("C05: 400 header fields of 30 KiB are no reason to erase a list")
    void toleratesManyFields() {
        String[] many = new String[402];
        many[0] = "GET " + CHECK + " HTTP/1.1";
        many[1] = "Host: get.dgc.gov.it";
        for (int i = 2; i < many.length; i++) {
            many[i] = "X-Padding-" + i + ": " + "x".repeat(60);
        }
        String answer = service.http().raw(many);
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    @DisplayName("clients behind https_proxy send absolute-form request targets")
    void acceptsAbsoluteFormRequestTargets() {
        assertThat(service.http().raw("GET http://get.dgc.gov.it" + CHECK + "?version=0 HTTP/1.1",
                "Host: get.dgc.gov.it")).startsWith("HTTP/1.1 200").contains("\"fromVersion\":0");
    }

    private void revokeAndPublish(int from, int to) {
        service.revoke(Hashes.numbers(from, to));
        service.publish();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
