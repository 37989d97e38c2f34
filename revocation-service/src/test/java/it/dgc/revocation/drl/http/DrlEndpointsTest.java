package it.dgc.revocation.drl.http;

import java.util.List;
import java.util.stream.Stream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.drl.SyntheticEntry;
import it.dgc.revocation.drl.hashes.RevokedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
}
