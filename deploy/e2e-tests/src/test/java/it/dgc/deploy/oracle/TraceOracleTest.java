package it.dgc.deploy.oracle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The oracle sees what the auditor or a holder was not told")
class TraceOracleTest {

    private final Scene scene = new Scene();
    private final List<TopicRecord> audit = new ArrayList<>();
    private final List<Document> chain = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final List<TopicRecord> messages = new ArrayList<>();

    @BeforeEach
    void set() {
        Document reached = Scene.notification("FFFFFFFFFF", "Prova", "Ida", "2022-02-20", null);
        reached.append("contact", new Document("email", "ida@example.org").append("mobile", "+393331234567"));
        scene.issued(reached, reached);
        scene.certificates.forEach(certificate -> {
            if (certificate.state().equals(StoredCertificate.ISSUED)) {
                say("ISSUED", certificate.uvci());
            } else if (certificate.state().equals(StoredCertificate.REFUSED)) {
                say("REFUSED", certificate.uvci());
            }
        });
        scene.letters.stream().map(LetterCheck::origin).forEach(place -> {
            String origin = "sistema-ts.exemptions/" + place.partition() + '/' + place.offset() + "/1646128800000";
            refused.add(origin);
            say("REFUSED", origin);
        });
        tell("mail-1", "ida@example.org", 0);
        tell("sms-1", "+393331234567", 0);
    }

    @Test
    void findsNothingWhereAllWasTold() {
        TraceOracle.TraceVerdict verdict = verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.links()).isEqualTo(chain.size());
        assertThat(verdict.told()).isEqualTo(2);
        assertThat(verdict.repeated()).isZero();
    }

    @Test
    void seesALinkThatWasChanged() {
        chain.get(1).put("event", chain.get(1).getString("event").replace("ISSUED", "ERASED"));
        assertFound(Finding.Kind.WRONG_FIELD);
    }

    @Test
    void seesALinkThatIsMissing() {
        chain.removeLast();
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void seesAnIssueThatNobodyToldTheAuditorOf() {
        Document another = Scene.notification("HHHHHHHHHH", "Prova", "Eva", "2022-02-20", null);
        scene.issued(another, another);
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void seesADeadLetterThatTheStoreDoesNotKnow() {
        refused.clear();
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void seesAHolderWhoWasNotTold() {
        messages.removeLast();
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void seesAMessageToSomebodyElse() {
        tell("mail-2", "other@example.org", 0);
        assertFound(Finding.Kind.FOREIGN);
    }

    @Test
    @DisplayName("a repetition is excused by a kill between the two, and by nothing else")
    void seesARepetitionInPeace() {
        tell("mail-1", "ida@example.org", 30);
        assertFound(Finding.Kind.REPEATED_IN_PEACE);
        scene.troubles.add(new Trouble(Scene.NOW.plusSeconds(10), Scene.NOW.plusSeconds(12)));
        assertThat(verdict().findings()).isEmpty();
        assertThat(verdict().repeated()).isEqualTo(1);
    }

    private void assertFound(Finding.Kind kind) {
        assertThat(verdict().findings()).extracting(Finding::kind).contains(kind);
    }

    private TraceOracle.TraceVerdict verdict() {
        return TraceOracle.judge(scene.evidence(), new Traces(audit, chain, refused, messages));
    }

    private void tell(String id, String to, long secondsLater) {
        messages.add(new TopicRecord(new Place(0, messages.size()), Scene.NOW.plus(Duration.ofSeconds(secondsLater)),
                id.getBytes(UTF_8), to.getBytes(UTF_8), Map.of()));
    }

    private void say(String type, String step) {
        String event = new Document("eventId", "audit-" + type.toLowerCase() + '-' + step).append("type", type)
                .toJson();
        audit.add(new TopicRecord(new Place(0, audit.size()), Scene.NOW, new byte[0], event.getBytes(UTF_8), Map.of()));
        String previous = chain.isEmpty() ? "0".repeat(64) : chain.getLast().getString("hash");
        long sequence = chain.size() + 1;
        chain.add(new Document("_id", sequence).append("event", event).append("previous", previous).append("hash",
                sha256(previous + '\n' + sequence + '\n' + event)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
