package it.dgc.revocation.drl.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.drl.SyntheticEntry;
import it.dgc.revocation.drl.hashes.RevokedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 2: verifiers synchronise the revocation list over HTTP")
class DrlEndpointsTest {

    private static final String CHECK = "/v1/dgc/drl/check";
    private static final String DRL = "/v1/dgc/drl";

    private final ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.chunk-size=4");

    @AfterEach
    void stop() {
        service.close();
    }

    @Nested
    @DisplayName("I1: the list is never empty")
    class OnTheFirstDay {

        @Test
        void isVersionOneWithAnEntryThatIsNoCertificate() {
            String id = json(CHECK).path("id").stringValue();
            assertThat(id).matches("[0-9a-f]{24}");
            assertThat(service.http().get(CHECK).body()).isEqualTo("{\"id\":\"" + id + "\",\"version\":1,\"chunk\":1,"
                    + "\"numDiAdd\":1,\"totalSizeInByte\":204,\"sizeSingleChunkInByte\":204,\"totalChunk\":1,"
                    + "\"totalNumberUCVI\":1}");
            String entry = SyntheticEntry.hash().base64();
            assertThat(service.http().get(DRL).body()).isEqualTo("{\"id\":\"" + id + "\",\"version\":1,\"chunk\":1,"
                    + "\"lastChunk\":1,\"revokedUcvi\":[\"" + entry + "\"],"
                    + "\"creationDate\":\"2026-11-23T08:00:00.000+00:00\",\"firstElementInChunk\":\"" + entry
                    + "\",\"lastElementInChunk\":\"" + entry + "\",\"sizeSingleChunkInByte\":204,"
                    + "\"totalNumberUCVI\":1}");
        }
    }

    @Nested
    class Snapshots {

        @Test
        @DisplayName("I4: id, version, total and size are the same in check and in all chunks; totalChunk is lastChunk")
        void agreeInEveryChunk() {
            revokeAndPublish(0, 9);
            JsonNode check = json(CHECK);
            assertThat(check.path("totalChunk").intValue()).isEqualTo(3);
            for (int chunk = 1; chunk <= 3; chunk++) {
                JsonNode body = json(DRL + "?chunk=" + chunk);
                for (String field : List.of("id", "version", "totalNumberUCVI", "sizeSingleChunkInByte")) {
                    assertThat(body.path(field)).as(field).isEqualTo(check.path(field));
                }
                assertThat(body.path("lastChunk").intValue()).isEqualTo(3);
                assertThat(body.path("chunk").intValue()).isEqualTo(chunk);
                assertThat(body.has("delta")).isFalse();
            }
            assertThat(snapshot("")).containsExactlyElementsOf(listed(0, 9));
        }

        @Test
        @DisplayName("I5: fromVersion is echoed whenever the client sent version, also when the answer is a snapshot")
        void echoTheVersionThatTheClientHolds() {
            assertThat(service.http().get(CHECK + "?version=0").body()).contains("\",\"fromVersion\":0,\"version\":1,");
            assertThat(service.http().get(DRL + "?version=0").body()).contains("\",\"fromVersion\":0,\"version\":1,");
            assertThat(service.http().get(DRL).body()).doesNotContain("fromVersion");
        }

        @Test
        @DisplayName("I7: snapshot chunks do not depend on version")
        void areTheSameWhateverTheClientHolds() {
            revokeAndPublish(0, 9);
            assertThat(service.http().get(DRL + "?version=0&chunk=2").body().replace("\"fromVersion\":0,", ""))
                    .isEqualTo(service.http().get(DRL + "?chunk=2").body());
        }

        @Test
        void countTheBytesThatAreLeft() {
            revokeAndPublish(0, 9);
            assertThat(json(CHECK + "?chunk=2").path("totalSizeInByte").intValue()).isEqualTo(2 * 4 * 51);
        }

        @Test
        @DisplayName("chunk 0 or absent is the first")
        void beginWithTheFirstChunk() {
            revokeAndPublish(0, 9);
            assertThat(service.http().get(DRL + "?chunk=0").body()).isEqualTo(service.http().get(DRL).body())
                    .isEqualTo(service.http().get(DRL + "?chunk=1").body());
        }
    }

    @Nested
    class Deltas {

        @Test
        @DisplayName("I8: insertions and deletions are both arrays, never together with revokedUcvi")
        void bringAndTakeAway() {
            revokeAndPublish(0, 3);
            service.restore(Hashes.numbers(1, 2));
            service.revoke(Hashes.numbers(3, 5));
            service.publish();
            String id = json(CHECK + "?version=2").path("id").stringValue();
            assertThat(service.http().get(CHECK + "?version=2").body()).isEqualTo("{\"id\":\"" + id
                    + "\",\"fromVersion\":2,\"version\":3,\"chunk\":1,\"numDiAdd\":2,\"numDiDelete\":1,"
                    + "\"totalSizeInByte\":204,\"sizeSingleChunkInByte\":204,\"totalChunk\":1,\"totalNumberUCVI\":5}");
            assertThat(service.http().get(DRL + "?version=2&chunk=1").body()).isEqualTo("{\"id\":\"" + id
                    + "\",\"fromVersion\":2,\"version\":3,\"chunk\":1,\"lastChunk\":1,\"delta\":{\"insertions\":[\""
                    + Hashes.number(3) + "\",\"" + Hashes.number(4) + "\"],\"deletions\":[\"" + Hashes.number(1)
                    + "\"]},\"sizeSingleChunkInByte\":204,\"totalNumberUCVI\":5}");
        }

        @Test
        @DisplayName("insertions and deletions form one sequence cut in chunks")
        void areCutInChunks() {
            revokeAndPublish(0, 6);
            service.restore(Hashes.numbers(0, 3));
            service.revoke(Hashes.numbers(6, 9));
            service.publish();
            assertThat(json(CHECK + "?version=2").path("totalChunk").intValue()).isEqualTo(2);
            assertThat(json(DRL + "?version=2&chunk=1").path("delta").path("insertions").size()).isEqualTo(3);
            assertThat(json(DRL + "?version=2&chunk=1").path("delta").path("deletions").size()).isEqualTo(1);
            assertThat(json(DRL + "?version=2&chunk=2").path("delta").path("deletions").size()).isEqualTo(2);
        }

        @Test
        @DisplayName("numDiAdd is 0 when nothing is new, also beyond version 127; the delta is empty and the total right")
        void areEmptyForWhoeverIsUpToDate() {
            for (int i = 0; i < 130; i++) {
                revokeAndPublish(i, i + 1);
            }
            assertThat(service.version()).isGreaterThan(127);
            JsonNode check = json(CHECK + "?version=" + service.version());
            assertThat(check.path("numDiAdd").intValue()).isZero();
            assertThat(check.has("numDiDelete")).isFalse();
            assertThat(check.path("totalNumberUCVI").intValue()).isEqualTo(131);
            JsonNode chunk = json(DRL + "?version=" + service.version());
            assertThat(chunk.path("delta").toString()).isEqualTo("{\"insertions\":[],\"deletions\":[]}");
            assertThat(chunk.path("lastChunk")).isEqualTo(check.path("totalChunk"));
            assertThat(chunk.path("totalNumberUCVI").intValue()).isEqualTo(131);
        }

        @Test
        @DisplayName("I2: no version is published whose delta would be empty")
        void areNotMadeOfWhatCancelsOut() {
            long before = service.version();
            service.revoke(Hashes.numbers(0, 2));
            service.restore(Hashes.numbers(0, 2));
            service.publish();
            assertThat(service.version()).isEqualTo(before);
        }

        @Test
        @DisplayName("I2, I9: an entry that came and left between two versions is taken away, and not brought")
        void takeAwayWhatAnotherVersionHad() {
            revokeAndPublish(0, 1);
            service.restore(Hashes.numbers(0, 1));
            service.publish();
            assertThat(json(DRL + "?version=1").path("delta").toString())
                    .isEqualTo("{\"insertions\":[],\"deletions\":[\"" + Hashes.number(0) + "\"]}");
            assertThat(json(CHECK + "?version=1").path("numDiDelete").intValue()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("C05: header fields change the form, never the content")
    class Headers {

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

        @ParameterizedTest
        @ValueSource(strings = {"identity", "br", "junk;;q=,", "gzip;q=0"})
        void sendsItAsItIsToAllOthers(String coding) {
            HttpResponse<String> answer = service.http().get(DRL, "Accept-Encoding", coding);
            assertThat(header(answer, "content-encoding")).isEqualTo("(absent)");
            assertThat(answer.body()).isEqualTo(service.http().get(DRL).body());
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

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "*/*", "application/xml", "application/json", "junk"})
        void isJsonWhateverIsAccepted(String accept) {
            HttpResponse<String> answer = service.http().get(DRL, "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo("application/json");
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
        @DisplayName("clients behind https_proxy send absolute-form request targets")
        void acceptsAbsoluteFormRequestTargets() {
            assertThat(service.http().raw("GET http://get.dgc.gov.it" + CHECK + "?version=0 HTTP/1.1",
                    "Host: get.dgc.gov.it")).startsWith("HTTP/1.1 200").contains("\"fromVersion\":0");
        }
    }

    @Nested
    @DisplayName("C01: 400 only for a malformed or impossible version or chunk")
    class BadInput {

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
    }

    @Nested
    @DisplayName("P15: failure never makes verifiers drop data")
    class Trouble {

        @Test
        void servesWhileTheStoreIsAway() {
            revokeAndPublish(0, 5);
            String before = service.http().get(DRL).body();
            service.store().goAway();
            service.publish();
            HttpResponse<String> answer = service.http().get(DRL);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(before);
            service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
            assertThat(header(service.http().get(CHECK), "age")).isEqualTo("2");
            service.store().comeBack();
            service.round();
            assertThat(header(service.http().get(CHECK), "age")).isEqualTo("(absent)");
        }

        @Test
        @DisplayName("a version that nobody here knows may exist: while the store is away that is no 400")
        void doesNotCallImpossibleWhatItCannotKnow() {
            service.store().goAway();
            service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
            for (String question : List.of("?version=7", "?chunk=7", "?version=0&chunk=7")) {
                isUnavailable(service.http().get(CHECK + question));
                isUnavailable(service.http().get(DRL + question));
            }
            assertThat(service.http().get(DRL + "?version=-1").statusCode()).isEqualTo(400);
        }

        @Test
        @DisplayName("I6: another instance published, and this one is asked for it first")
        void looksForAVersionThatItHasNotSeen() {
            revokeAndPublish(0, 3);
            try (ServiceOnFakes other = ServiceOnFakes.start(service.store(), service.clock(),
                    ServiceOnFakes.temporary(), "--dgc.drl.chunk-size=4")) {
                revokeAndPublish(3, 12);
                assertThat(other.version()).isEqualTo(2);
                assertThat(other.http().get(DRL + "?version=3").statusCode()).isEqualTo(200);
                assertThat(other.http().get(DRL + "?version=2&chunk=3").body())
                        .isEqualTo(service.http().get(DRL + "?version=2&chunk=3").body());
            }
        }

        @Test
        void saysSoWhereItNeverHadAList() {
            service.store().goAway();
            try (ServiceOnFakes fresh = ServiceOnFakes.start(service.store(), service.clock(),
                    ServiceOnFakes.temporary())) {
                isUnavailable(fresh.http().get(CHECK));
                isUnavailable(fresh.http().get(DRL + "?version=3&chunk=2"));
                assertThat(fresh.http().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            }
        }

        private void isUnavailable(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "retry-after")).isEqualTo("90");
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"0x500\",\"problem\":\"The list cannot be served at the moment\"}");
        }
    }

    private void revokeAndPublish(int from, int to) {
        service.revoke(Hashes.numbers(from, to));
        service.publish();
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(service.http().get(path).body());
    }

    private List<String> snapshot(String query) {
        return Stream.iterate(1, chunk -> chunk <= json(CHECK).path("totalChunk").intValue(), chunk -> chunk + 1)
                .flatMap(chunk -> json(DRL + "?chunk=" + chunk + query).path("revokedUcvi").valueStream())
                .map(JsonNode::stringValue).toList();
    }

    private static List<String> listed(int from, int to) {
        return Stream.concat(Stream.of(SyntheticEntry.hash()), Hashes.numbers(from, to).stream())
                .map(RevokedHash::base64).toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
