package it.dgc.rules.settings.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.FindingCode;
import it.dgc.rules.settings.MutableClock;
import it.dgc.rules.settings.RuleName;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReading;
import it.dgc.rules.settings.RuleSets;
import it.dgc.rules.settings.versions.Decision.Contradicted;
import it.dgc.rules.settings.versions.Decision.Contradiction;
import it.dgc.rules.settings.versions.Decision.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

@DisplayName("D03: the rules change at the word of two persons")
class RuleBookTest {

    private static final Instant START = Instant.parse("2026-03-28T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RuleName NEW = new RuleName("EN", "valid_faq_text");

    private final MutableClock clock = new MutableClock(START);
    private final InMemoryRules store = new InMemoryRules();
    private final RuleBook book = new RuleBook(store, new Known(0, 0), clock);

    private record Known(int lastSequence, int highestVersion) implements KnownNumbers {}

    @BeforeEach
    void begin() {
        FirstVersion.into(store, clock.instant());
    }

    @Test
    void keepsAProposalUntilASecondPersonAgrees() {
        VersionView proposed = recorded(book.propose(RuleSets.beginningOn("15"), START.plus(HOUR), "ada"));
        assertThat(proposed.number()).isEqualTo(2);
        assertThat(proposed.state()).isEqualTo(VersionState.PROPOSED);
        VersionView approved = recorded(book.approve(2, "bruno"));
        assertThat(approved.state()).isEqualTo(VersionState.SCHEDULED);
        assertThat(approved.approver()).contains("bruno");
        clock.advance(HOUR);
        assertThat(state(2)).isEqualTo(VersionState.ACTIVE);
        assertThat(state(1)).isEqualTo(VersionState.REPLACED);
    }

    @Test
    void neverComesIntoForceWithoutASecondPerson() {
        propose(RuleSets.beginningOn("15"));
        clock.advance(HOUR.multipliedBy(48));
        assertThat(state(2)).isEqualTo(VersionState.PROPOSED);
    }

    @Test
    void doesNotTakeOnePersonForTwo() {
        propose(RuleSets.beginningOn("15"));
        assertThat(contradiction(book.approve(2, "ada"))).isEqualTo(Contradiction.SAME_PERSON);
        assertThat(contradiction(book.approve(2, " ADA "))).isEqualTo(Contradiction.SAME_PERSON);
        assertThat(state(2)).isEqualTo(VersionState.PROPOSED);
    }

    @Test
    void approvesOnce() {
        propose(RuleSets.beginningOn("15"));
        book.approve(2, "bruno");
        assertThat(contradiction(book.approve(2, "carla"))).isEqualTo(Contradiction.NOT_PROPOSED);
        assertThat(contradiction(book.approve(1, "carla"))).isEqualTo(Contradiction.NOT_PROPOSED);
    }

    @Test
    void knowsNoVersionThatNobodyProposed() {
        assertThat(book.approve(9, "bruno")).isEqualTo(new Decision.NoSuchVersion());
    }

    @Test
    @DisplayName("whose time has passed when it is approved comes into force then, not in the past")
    void doesNotRewriteThePast() {
        book.propose(RuleSets.beginningOn("15"), START.minus(HOUR), "ada");
        clock.advance(HOUR);
        assertThat(recorded(book.approve(2, "bruno")).effective()).isEqualTo(START.plus(HOUR));
        assertThat(state(2)).isEqualTo(VersionState.ACTIVE);
    }

    @Test
    @DisplayName("I20: names are not dropped relative to what is in force or will be")
    void dropsNoName() {
        RuleSet longer = RuleSets.firstWith("EN", "valid_faq_text", "What for?");
        book.propose(longer, START.plus(HOUR), "ada");
        book.approve(2, "bruno");
        assertThat(book.propose(RuleSets.first(), START.plus(HOUR.multipliedBy(2)), "ada"))
                .isEqualTo(refused(FindingCode.DROPPED, NEW));
        assertThat(recorded(book.propose(RuleSets.first(), START, "ada")).number()).isEqualTo(3);
    }

    @Test
    void checksAgainAtApprovalWhatCameBetween() {
        propose(RuleSets.beginningOn("15"));
        propose(RuleSets.firstWith("EN", "valid_faq_text", "What for?"));
        book.approve(3, "bruno");
        assertThat(book.approve(2, "bruno")).isEqualTo(new Contradicted(Contradiction.DOES_NOT_FIT,
                List.of(new Finding(FindingCode.DROPPED, Optional.of(NEW)))));
    }

    @Test
    @DisplayName("T07: what changed between proposal and approval is not approved")
    void approvesOnlyWhatWasProposed() {
        propose(RuleSets.beginningOn("15"));
        store.tamper(2, version -> new StoredVersion(2, new RuleSetReading.Sound(RuleSets.beginningOn("99")),
                version.contentHash(), version.author(), version.proposedAt(), version.effective()));
        assertThat(contradiction(book.approve(2, "bruno"))).isEqualTo(Contradiction.CONTENT_CHANGED);
        assertThat(book.content(2)).isEmpty();
    }

    @Test
    void rollsBackByOneCommandOfOnePerson() {
        publish(RuleSets.beginningOn("15"));
        assertThat(state(2)).isEqualTo(VersionState.ACTIVE);
        assertThat(recorded(book.rollBack(Optional.empty(), "ada")).number()).isEqualTo(1);
        assertThat(state(1)).isEqualTo(VersionState.ACTIVE);
        assertThat(state(2)).isEqualTo(VersionState.ROLLED_BACK);
        assertThat(store.log().lines().getLast()).extracting(Activation::kind, Activation::by)
                .containsExactly(Activation.Kind.ROLLBACK, "ada");
    }

    @Test
    void tellsWhichRulesDevicesKeepAllTheSame() {
        publish(RuleSets.firstWith("EN", "valid_faq_text", "What for?"));
        assertThat(((Recorded) book.rollBack(Optional.empty(), "ada")).leftOnDevices()).isEqualTo(Set.of(NEW));
    }

    @Test
    void doesNotGoBackTwiceForTwoOperatorsWhoMeanTheSame() {
        publish(RuleSets.beginningOn("15"));
        publish(RuleSets.beginningOn("20"));
        book.rollBack(Optional.of(3), "ada");
        assertThat(contradiction(book.rollBack(Optional.of(3), "bruno"))).isEqualTo(Contradiction.NOT_ACTIVE);
        assertThat(state(2)).isEqualTo(VersionState.ACTIVE);
    }

    @Test
    void hasNothingBeforeTheFirst() {
        assertThat(contradiction(book.rollBack(Optional.empty(), "ada"))).isEqualTo(Contradiction.NOTHING_BEFORE);
    }

    @Test
    void returnsToNothingThatIsBroken() {
        publish(RuleSets.beginningOn("15"));
        store.tamper(1, version -> new StoredVersion(1, new RuleSetReading.Sound(RuleSets.beginningOn("99")),
                version.contentHash(), version.author(), version.proposedAt(), version.effective()));
        assertThat(contradiction(book.rollBack(Optional.empty(), "ada"))).isEqualTo(Contradiction.CONTENT_CHANGED);
        assertThat(state(2)).isEqualTo(VersionState.ACTIVE);
    }

    @Test
    void decidesNothingUponALogWithAHole() {
        publish(RuleSets.beginningOn("15"));
        publish(RuleSets.beginningOn("20"));
        store.loseLine(2);
        propose(RuleSets.beginningOn("25"));
        assertThat(contradiction(book.approve(4, "bruno"))).isEqualTo(Contradiction.LOG_DAMAGED);
        assertThat(contradiction(book.rollBack(Optional.empty(), "bruno"))).isEqualTo(Contradiction.LOG_DAMAGED);
    }

    @Test
    @DisplayName("two approvals at the same moment: one is recorded, the other sees it")
    void seesWhoWasQuicker() {
        propose(RuleSets.beginningOn("15"));
        store.beforeNextLine(() -> book.approve(2, "bruno"));
        assertThat(contradiction(book.approve(2, "carla"))).isEqualTo(Contradiction.NOT_PROPOSED);
        assertThat(store.log().lines()).hasSize(2);
        assertThat(store.log().isWhole()).isTrue();
    }

    @Test
    @DisplayName("an operator whose instance is slow by the clock does not decide before the one before")
    void doesNotRunBackwards() {
        propose(RuleSets.beginningOn("15"));
        book.approve(2, "bruno");
        book.rollBack(Optional.empty(), "bruno");
        clock.advance(HOUR.negated());
        propose(RuleSets.beginningOn("20"));
        assertThat(recorded(book.approve(3, "bruno")).effective()).isEqualTo(START);
    }

    @Test
    @DisplayName("a store that was lost counts on from what was seen, so that no number means two things")
    void countsOn() {
        RuleBook remembering = new RuleBook(store, new Known(8, 5), clock);
        assertThat(recorded(remembering.propose(RuleSets.beginningOn("15"), START, "ada")).number()).isEqualTo(6);
        remembering.approve(6, "bruno");
        assertThat(store.log().last()).isEqualTo(9);
        assertThat(store.log().isWhole()).isTrue();
    }

    private void publish(RuleSet rules) {
        int number = propose(rules);
        recorded(book.approve(number, "bruno"));
        clock.advance(HOUR);
    }

    private int propose(RuleSet rules) {
        return recorded(book.propose(rules, clock.instant(), "ada")).number();
    }

    private VersionState state(int number) {
        return book.versions().stream().filter(version -> version.number() == number).findFirst().orElseThrow().state();
    }

    private static VersionView recorded(Decision decision) {
        return assertThat(decision).asInstanceOf(type(Recorded.class)).actual().version();
    }

    private static Contradiction contradiction(Decision decision) {
        return assertThat(decision).asInstanceOf(type(Contradicted.class)).actual().reason();
    }

    private static Decision refused(FindingCode code, RuleName rule) {
        return new Decision.Refused(List.of(new Finding(code, Optional.of(rule))));
    }
}
