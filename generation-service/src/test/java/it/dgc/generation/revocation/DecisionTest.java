package it.dgc.generation.revocation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.messages.AuditEvent;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.TestHistory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 2: when a certificate is revoked, and when it is valid again")
class DecisionTest {

    private static final Decision NOT_ALLOWED = new Decision.Refused(RevocationRefusal.NOT_ALLOWED);
    private static final Decision OUTDATED = new Decision.Refused(RevocationRefusal.OUTDATED);
    private static final Instant NOW = Instant.parse("2022-01-10T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"ISSUED, REVOKED", "REVOKED, REVOKED", "PINNED, REVOKED_BEFORE_ISSUE",
            "DEFERRED, REVOKED_BEFORE_ISSUE", "REVOKED_BEFORE_ISSUE, REVOKED_BEFORE_ISSUE"})
    void revokesWhateverIsOrWillBeACertificate(CertificateState from, CertificateState to) {
        for (Ground ground : Ground.values()) {
            assertThat(Decision.of(entry(from), new Change.Revoke(ground), NOW, false))
                    .isEqualTo(new Decision.Followed(to, Set.of(ground), AuditEvent.Type.REVOKED));
        }
    }

    @Test
    void revokesNothingThatWasRefused() {
        assertThat(Decision.of(entry(CertificateState.REFUSED), new Change.Revoke(Ground.FRAUD), NOW, false))
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    @DisplayName("the condition ends a certificate only while its end has not passed; a positive test and fraud also after")
    void asksForTheEndWhereTheConditionEnded() {
        assertThat(Decision.of(entry(CertificateState.ISSUED), new Change.Revoke(Ground.CONDITION_ENDED), NOW, true))
                .isEqualTo(NOT_ALLOWED);
        assertThat(Decision.of(entry(CertificateState.ISSUED), new Change.Revoke(Ground.POSITIVE_TEST), NOW, true))
                .isInstanceOf(Decision.Followed.class);
        assertThat(Decision.of(entry(CertificateState.ISSUED), new Change.Revoke(Ground.FRAUD), NOW, true))
                .isInstanceOf(Decision.Followed.class);
    }

    @Test
    void addsOneGroundToAnother() {
        assertThat(Decision.of(entry(CertificateState.REVOKED, Ground.FRAUD),
                new Change.Revoke(Ground.POSITIVE_TEST), NOW, false))
                .isEqualTo(new Decision.Followed(CertificateState.REVOKED,
                        EnumSet.of(Ground.FRAUD, Ground.POSITIVE_TEST), AuditEvent.Type.REVOKED));
    }

    @Test
    void restoresWhatWasRevokedForAPositiveTestAlone() {
        assertThat(restore(CertificateState.REVOKED, Ground.POSITIVE_TEST))
                .isEqualTo(new Decision.Followed(CertificateState.ISSUED, Set.of(), AuditEvent.Type.RESTORED));
    }

    @ParameterizedTest
    @EnumSource(value = Ground.class, names = {"CONDITION_ENDED", "FRAUD"})
    @DisplayName("a certificate stays revoked while any ground stands; these two are never lifted")
    void staysRevokedForWhatIsNeverLifted(Ground ground) {
        assertThat(restore(CertificateState.REVOKED, ground)).isEqualTo(NOT_ALLOWED);
        assertThat(restore(CertificateState.REVOKED, ground, Ground.POSITIVE_TEST))
                .isEqualTo(new Decision.Followed(CertificateState.REVOKED, Set.of(ground), AuditEvent.Type.REVOKED));
    }

    @Test
    void restoresNothingThatIsNotRevoked() {
        assertThat(restore(CertificateState.ISSUED)).isEqualTo(NOT_ALLOWED);
        assertThat(restore(CertificateState.DEFERRED)).isEqualTo(NOT_ALLOWED);
        assertThat(restore(CertificateState.REFUSED)).isEqualTo(NOT_ALLOWED);
    }

    @Test
    @DisplayName("what was stopped before it was issued goes on where it stood")
    void resumesWhatWasNotIssuedYet() {
        assertThat(state(restore(CertificateState.REVOKED_BEFORE_ISSUE, Ground.POSITIVE_TEST)))
                .isEqualTo(CertificateState.DEFERRED);
        CertificateEntry pinned = entry("content", CertificateState.REVOKED_BEFORE_ISSUE,
                Optional.of(Entries.INTENT), Ground.POSITIVE_TEST);
        assertThat(state(Decision.of(pinned, new Change.Restore(), NOW, false))).isEqualTo(CertificateState.PINNED);
        CertificateEntry tombstone = entry("", CertificateState.REVOKED_BEFORE_ISSUE, Optional.empty(),
                Ground.POSITIVE_TEST);
        assertThat(state(Decision.of(tombstone, new Change.Restore(), NOW, false)))
                .isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
    }

    @Test
    @DisplayName("architecture D6: what was never issued is not issued after its end, nor without its record")
    void resumesNothingThatHasEnded() {
        CertificateEntry entry = entry(CertificateState.REVOKED_BEFORE_ISSUE, Ground.POSITIVE_TEST);
        assertThat(Decision.of(entry, new Change.Restore(), NOW, true)).isEqualTo(NOT_ALLOWED);
        CertificateEntry erased = new CertificateEntry(Entries.uvci(1), CertificateState.REVOKED_BEFORE_ISSUE,
                "content", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Set.of(Ground.POSITIVE_TEST), List.of(), TestHistory.NONE);
        assertThat(Decision.of(erased, new Change.Restore(), NOW, false)).isEqualTo(NOT_ALLOWED);
    }

    @Test
    @DisplayName("ADR 0020: a recovery that is older than the newest positive test lifts nothing")
    void restoresNothingByAnOlderWord() {
        CertificateEntry tested = entry("content", CertificateState.REVOKED, Optional.empty(),
                TestHistory.NONE.positive(NOW), Ground.POSITIVE_TEST, Ground.FRAUD);
        assertThat(Decision.of(tested, new Change.Restore(), NOW.minusNanos(1), false)).isEqualTo(OUTDATED);
        assertThat(Decision.of(tested, new Change.Restore(), NOW, false)).isInstanceOf(Decision.Followed.class);
    }

    @Test
    @DisplayName("ADR 0020: a positive test that is older than the recovery revokes nothing; every other ground does")
    void revokesNothingByAnOlderTest() {
        CertificateEntry recovered = entry("content", CertificateState.ISSUED, Optional.empty(),
                TestHistory.NONE.positive(NOW.minusSeconds(60)).recovered(NOW));
        Instant before = NOW.minusNanos(1);
        assertThat(Decision.of(recovered, new Change.Revoke(Ground.POSITIVE_TEST), before, false)).isEqualTo(OUTDATED);
        assertThat(Decision.of(recovered, new Change.Revoke(Ground.POSITIVE_TEST), NOW, false))
                .isInstanceOf(Decision.Followed.class);
        assertThat(Decision.of(recovered, new Change.Revoke(Ground.FRAUD), before, false))
                .isInstanceOf(Decision.Followed.class);
        assertThat(Decision.of(recovered, new Change.Revoke(Ground.CONDITION_ENDED), before, false))
                .isInstanceOf(Decision.Followed.class);
    }

    @Test
    void keepsTheNewestOfEach() {
        TestHistory tests = TestHistory.NONE.positive(NOW).positive(NOW.minusSeconds(1)).recovered(NOW.plusSeconds(1))
                .recovered(NOW);
        assertThat(tests).isEqualTo(new TestHistory(Optional.of(NOW), Optional.of(NOW.plusSeconds(1))));
        assertThat(new Change.Revoke(Ground.FRAUD).noted(tests, NOW.plusSeconds(9))).isEqualTo(tests);
    }

    private static CertificateState state(Decision decision) {
        return ((Decision.Followed) decision).state();
    }

    private static Decision restore(CertificateState state, Ground... grounds) {
        return Decision.of(entry(state, grounds), new Change.Restore(), NOW, false);
    }

    private static CertificateEntry entry(CertificateState state, Ground... grounds) {
        return entry("content", state, Optional.empty(), grounds);
    }

    private static CertificateEntry entry(String content, CertificateState state,
            Optional<Intent> intent, Ground... grounds) {
        return entry(content, state, intent, TestHistory.NONE, grounds);
    }

    private static CertificateEntry entry(String content, CertificateState state, Optional<Intent> intent,
            TestHistory tests, Ground... grounds) {
        return new CertificateEntry(Entries.uvci(1), state, content, Optional.of("{}"), Optional.empty(), intent,
                Optional.empty(), Optional.empty(), Set.of(grounds), List.of(), tests);
    }
}
