package it.dgc.deploy.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import it.dgc.deploy.oracle.Finding.Kind;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Each test breaks one promise in a life without fault; an oracle that sees nothing would fail every one of them. */
@DisplayName("The oracle")
class OracleTest {

    private final Scene scene = new Scene();

    @Test
    void findsNothingWhereNothingIsWrong() {
        Verdict verdict = scene.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.certificates()).isEqualTo(2);
        assertThat(verdict.expected(Fate.CERTIFICATE.name())).isEqualTo(2);
        assertThat(verdict.expected(Fate.DEFERRAL.name())).isEqualTo(1);
        assertThat(verdict.expected(Fate.REFUSAL.name())).isEqualTo(1);
        assertThat(verdict.expected(Fate.REPETITION.name())).isEqualTo(1);
        assertThat(verdict.expected(Fate.DEAD_LETTER.name())).isEqualTo(2);
    }

    @Test
    @DisplayName("finds nothing wrong with a key that was withdrawn, and whose message has no certificate (ADR 0019)")
    void acceptsAWithdrawal() {
        Document withdrawal = new Document("kid", "6I+SGtDq9KM=").append("status", "WITHDRAWN");
        scene.withdrawals.addAll(List.of(withdrawal, new Document(withdrawal).append("certificate", null),
                new Document(withdrawal).append("certificate", "")));
        assertThat(scene.verdict().findings()).isEmpty();
    }

    @Test
    void seesACertificateThatWasLost() {
        scene.certificates.removeFirst();
        scene.events.removeFirst();
        assertThatItSees(Kind.LOST);
    }

    @Test
    void seesARefusalThatWasLost() {
        scene.certificates.removeLast();
        assertThatItSees(Kind.LOST);
    }

    @Test
    void seesADeadLetterThatWasLost() {
        scene.letters.removeFirst();
        assertThatItSees(Kind.LOST);
    }

    @Test
    void seesThatTheBrokerLostWhatItHadAcknowledged() {
        scene.notifications.removeLast();
        assertThat(kinds()).contains(Kind.LOST);
    }

    @Test
    void seesASecondCertificateOfOneExemption() {
        Document other = Scene.notification("FFFFFFFFFF", "De Prova", "Anna", "2022-02-20", "2022-06-30");
        StoredCertificate second = scene.issued(other, other);
        Document first = scene.notifications.getFirst().json();
        scene.certificates.removeLast();
        unpublishLast();
        scene.certificates.add(new StoredCertificate(second.uvci(), second.state(), first.getString("cuev"),
                Optional.of(scene.signed(first, second.uvci())), Optional.empty(), 0));
        assertThatItSees(Kind.DUPLICATE);
    }

    @Test
    void seesOneBitOfASignatureThatIsWrong() {
        changeText(0, Scene::tampered);
        assertThatItSees(Kind.BAD_SIGNATURE);
    }

    @Test
    void seesASignatureByAKeyThatNobodyWasToldOf() {
        Document anna = scene.notifications.getFirst().json();
        String foreign = new Scene().signed(anna, scene.certificates.getFirst().uvci());
        changeText(0, text -> foreign);
        assertThatItSees(Kind.BAD_SIGNATURE);
    }

    @Test
    void seesATextThatIsMissing() {
        scene.replaceCertificate(0, old -> new StoredCertificate(old.uvci(), old.state(), old.cuev(), Optional.empty(),
                Optional.empty(), 0));
        assertThatItSees(Kind.BAD_SIGNATURE);
    }

    @Test
    void seesAFieldThatIsAnotherPersons() {
        Document notified = Scene.notification("FFFFFFFFFF", "Fintoni", "Ada", "2022-02-20", "2022-06-30");
        scene.issued(notified, Scene.changed(notified, "Ida"));
        assertThatItSees(Kind.WRONG_FIELD);
    }

    @Test
    void seesAnEndThatNobodyNotified() {
        Document notified = Scene.notification("FFFFFFFFFF", "Fintoni", "Ada", "2022-02-20", null);
        scene.issued(notified, Document.parse(notified.toJson()).append("validUntil", "2022-12-31"));
        // An entry that says more than was notified is compared as a whole.
        assertThatItSees(Kind.WRONG_FIELD);
    }

    @Test
    void seesTwoCertificatesThatWereExchanged() {
        Optional<String> first = scene.certificates.get(0).qrText();
        Optional<String> second = scene.certificates.get(1).qrText();
        changeText(0, text -> second.orElseThrow());
        changeText(1, text -> first.orElseThrow());
        assertThat(kinds()).isNotEmpty().containsOnly(Kind.WRONG_FIELD);
    }

    @Test
    void seesAnIdentifierWithAWrongCheckDigit() {
        scene.replaceCertificate(0, old -> new StoredCertificate(old.uvci().replaceAll("#.", "#X"), old.state(),
                old.cuev(), old.qrText(), Optional.empty(), 0));
        assertThat(kinds()).contains(Kind.BAD_IDENTIFIER);
    }

    @Test
    void seesACertificateThatShouldHaveWaited() {
        scene.replaceCertificate(2, old -> new StoredCertificate(old.uvci(), StoredCertificate.REFUSED, old.cuev(),
                Optional.empty(), Optional.of("VALIDITY_ENDED"), 0));
        assertThatItSees(Kind.WRONG_OUTCOME);
    }

    @Test
    void seesADeadLetterForAnotherReason() {
        TopicRecord letter = scene.letters.removeFirst();
        scene.letter(scene.notifications.get((int) LetterCheck.origin(letter).offset()), "SCHEMA");
        assertThatItSees(Kind.WRONG_OUTCOME);
    }

    @Test
    void seesADeadLetterOfSomethingElse() {
        TopicRecord letter = scene.letters.removeFirst();
        scene.letters.add(new TopicRecord(letter.place(), letter.time(), letter.key(), "else".getBytes(UTF_8),
                letter.headers()));
        assertThatItSees(Kind.WRONG_FIELD);
    }

    @Test
    void seesThatNobodyWasToldOfACertificate() {
        scene.events.removeFirst();
        assertThatItSees(Kind.MISSING_EVENT);
    }

    @Test
    void seesAnEventOfNoCertificate() {
        scene.event("01IT0BFC9866D3854EAC82C21654B6F6DE32#1", Scene.NOW);
        assertThatItSees(Kind.FOREIGN);
    }

    @Test
    void seesACertificateOfNoNotification() {
        Document nobodys = Scene.notification("FFFFFFFFFF", "Fintoni", "Ada", "2022-02-20", null);
        scene.issued(nobodys, nobodys);
        unpublishLast();
        assertThatItSees(Kind.FOREIGN);
    }

    @Test
    void seesANotificationThatNobodyHandedOver() {
        TopicRecord last = scene.notifications.getLast();
        scene.notifications.add(new TopicRecord(new Place(0, last.place().offset() + 1), last.time(), last.key(),
                "else".getBytes(UTF_8), last.headers()));
        assertThatItSees(Kind.FOREIGN);
    }

    @Test
    void seesAnEventThatCameAgainAlthoughNothingWasBroken() {
        scene.event(scene.certificates.getFirst().uvci(), Scene.NOW.plusSeconds(60));
        assertThatItSees(Kind.REPEATED_IN_PEACE);
    }

    @Test
    void seesADeadLetterThatCameAgainAlthoughNothingWasBroken() {
        scene.letters.add(scene.letters.getFirst());
        assertThatItSees(Kind.REPEATED_IN_PEACE);
    }

    @Test
    void allowsWhatCameAgainBecauseOfTrouble() {
        scene.troubles.add(new Trouble(Scene.NOW.plusSeconds(10), Scene.NOW.plusSeconds(10)));
        scene.event(scene.certificates.getFirst().uvci(), Scene.NOW.plusSeconds(60));
        Verdict verdict = scene.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.eventsRepeated()).isEqualTo(1);
    }

    @Test
    void seesWhatCameAgainMoreOftenThanThereWasTrouble() {
        scene.troubles.add(new Trouble(Scene.NOW.plusSeconds(10), Scene.NOW.plusSeconds(10)));
        scene.event(scene.certificates.getFirst().uvci(), Scene.NOW.plusSeconds(60));
        scene.event(scene.certificates.getFirst().uvci(), Scene.NOW.plusSeconds(61));
        assertThatItSees(Kind.REPEATED_IN_PEACE);
    }

    @Test
    void allowsNothingAgainForATroubleThatWasOverBeforeOrCameAfter() {
        scene.troubles.add(new Trouble(Scene.NOW.minusSeconds(60), Scene.NOW.minusSeconds(1)));
        scene.troubles.add(new Trouble(Scene.NOW.plusSeconds(61), Scene.NOW.plus(Duration.ofHours(1))));
        scene.event(scene.certificates.getFirst().uvci(), Scene.NOW.plusSeconds(60));
        assertThatItSees(Kind.REPEATED_IN_PEACE);
    }

    @Test
    void seesWhatStillWaits() {
        scene.staleHints = 1;
        assertThatItSees(Kind.UNFINISHED);
    }

    @Test
    void seesAnEventThatStillLiesInItsOutbox() {
        scene.replaceCertificate(0, old -> new StoredCertificate(old.uvci(), old.state(), old.cuev(), old.qrText(),
                Optional.empty(), 1));
        assertThatItSees(Kind.UNFINISHED);
    }

    @Test
    void seesThatTheServiceHasNotReadToTheEnd() {
        scene.lag = 3;
        assertThatItSees(Kind.LAG);
    }

    @Test
    @DisplayName("passes over lines of the ledger that a kill cut off")
    void passesOverCutLines() {
        scene.ledger.append("ACKED\t0\t0\t9\n\nACKED\t0\nACK");
        assertThat(scene.verdict().findings()).isEmpty();
    }

    @Test
    void seesANotificationThatWasNeverAcknowledged() {
        scene.script.add(new Published(scene.script.size(), Optional.empty(), new byte[0], new byte[0]));
        assertThatItSees(Kind.UNFINISHED);
    }

    @Test
    void readsAndWritesTheLinesOfItsLedgerAlike() {
        Published poison = new Published(7, Optional.of("KEY_MISMATCH"), new byte[0], new byte[]{0, -1});
        assertThat(Published.parse(poison.line()).line()).isEqualTo(poison.line());
        assertThat(Published.parse(poison.line()).poison()).contains("KEY_MISMATCH");
    }

    private void unpublishLast() {
        scene.notifications.removeLast();
        scene.script.removeLast();
        String lines = scene.ledger.toString();
        scene.ledger.setLength(lines.lastIndexOf("HANDED"));
    }

    private void changeText(int index, UnaryOperator<String> change) {
        scene.replaceCertificate(index, old -> new StoredCertificate(old.uvci(), old.state(), old.cuev(),
                old.qrText().map(change), Optional.empty(), 0));
    }

    private List<Kind> kinds() {
        return scene.verdict().findings().stream().map(Finding::kind).toList();
    }

    private void assertThatItSees(Kind kind) {
        assertThat(kinds()).isNotEmpty().containsOnly(kind);
    }
}
