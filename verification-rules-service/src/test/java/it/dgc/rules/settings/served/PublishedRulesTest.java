package it.dgc.rules.settings.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import it.dgc.rules.RulesProperties;
import it.dgc.rules.settings.MutableClock;
import it.dgc.rules.settings.RuleName;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReader;
import it.dgc.rules.settings.RuleSetReading;
import it.dgc.rules.settings.RuleSets;
import it.dgc.rules.settings.versions.Activation;
import it.dgc.rules.settings.versions.InMemoryRules;
import it.dgc.rules.settings.versions.StoredVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P15: whatever is wrong with the store, the last good rules are served")
class PublishedRulesTest {

    private static final Instant START = Instant.parse("2026-03-28T22:59:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock(START);
    private final InMemoryRules store = new InMemoryRules();
    @TempDir
    private Path directory;
    private PublishedRules rules;

    @BeforeEach
    void start() {
        rules = instance(directory);
        rules.refresh();
    }

    @Test
    void beginWithTheFirstVersion() {
        assertThat(rules.now().map(Served::rules)).contains(RuleSets.first());
        assertThat(rules.trouble()).isEmpty();
        assertThat(rules.staleFor()).isEmpty();
        assertThat(health(rules)).isEqualTo(Status.UP);
    }

    @Test
    void areTheSameOnTwoInstancesThatBeginTogether() {
        PublishedRules other = instance(directory.resolve("other"));
        other.refresh();
        assertThat(other.now()).isEqualTo(rules.now()).isPresent();
        assertThat(store.log().lines()).hasSize(1);
    }

    @Test
    @DisplayName("a set comes into force at its instant, on every instance, whatever runs or does not run then")
    void changeAtTheInstant() {
        PublishedRules other = instance(directory.resolve("other"));
        publish(2, RuleSets.beginningOn("15"), START.plus(HOUR));
        rules.refresh();
        other.refresh();
        store.goAway();
        clock.advance(HOUR.minusMillis(1));
        assertThat(startDay(rules)).isEqualTo("0");
        clock.advance(Duration.ofMillis(1));
        assertThat(startDay(rules)).isEqualTo("15");
        assertThat(startDay(other)).isEqualTo("15");
    }

    @Test
    void comeIntoForceWhereTheInstantPassedWhileDownAndTheStoreIsAway() {
        publish(2, RuleSets.beginningOn("15"), START.plus(HOUR));
        rules.refresh();
        clock.advance(HOUR.multipliedBy(5));
        store.goAway();
        assertThat(startDay(restarted())).isEqualTo("15");
    }

    @Test
    void goOnAfterARestartWithoutTheStore() {
        store.goAway();
        clock.advance(HOUR);
        PublishedRules restarted = restarted();
        assertThat(restarted.now()).isEqualTo(rules.now()).isPresent();
        assertThat(restarted.trouble()).contains(Trouble.STORE_AWAY);
        assertThat(restarted.staleFor()).contains(HOUR);
        assertThat(health(restarted)).isEqualTo(new Status("LAST_GOOD"));
    }

    @Test
    void areNoneWhereNoneWereEverSeen() {
        store.goAway();
        PublishedRules first = instance(directory.resolve("new"));
        first.refresh();
        assertThat(first.now()).isEmpty();
        assertThat(health(first)).isEqualTo(Status.OUT_OF_SERVICE);
        store.comeBack();
        first.refresh();
        assertThat(first.now()).isPresent();
    }

    @Test
    @DisplayName("settings broken on purpose: missing rule, empty set, wrong type, other content")
    void goOnWhereTheStoredSetIsBroken() {
        publish(2, RuleSets.beginningOn("15"), START);
        rules.refresh();
        for (RuleSetReading broken : List.of(RuleSetReader.read(List.of()), RuleSetReader.read(null),
                RuleSetReader.read(RuleSets.firstWithout("GENERICO", "DRL_SYNC_ACTIVE").untyped()),
                RuleSetReader.read(RuleSets.untypedWith("GENERIC", "exemption_start_day", 15)),
                new RuleSetReading.Sound(RuleSets.beginningOn("99")))) {
            store.tamper(2, version -> content(version, broken));
            rules.refresh();
            assertThat(startDay(rules)).isEqualTo("15");
            assertThat(rules.trouble()).contains(Trouble.SET_BROKEN);
            assertThat(health(rules)).isEqualTo(new Status("LAST_GOOD"));
            assertThat(startDay(restarted())).isEqualTo("15");
        }
        PublishedRules stranger = instance(directory.resolve("new"));
        stranger.refresh();
        assertThat(stranger.now()).as("whoever never saw it good").isEmpty();
        store.tamper(2, version -> content(version, new RuleSetReading.Sound(RuleSets.beginningOn("15"))));
        rules.refresh();
        assertThat(rules.trouble()).isEmpty();
    }

    @Test
    @DisplayName("a set that is broken before its time does not come; the one before goes on")
    void goOnWhereTheNextSetIsBroken() {
        publish(2, RuleSets.beginningOn("15"), START.plus(HOUR));
        store.tamper(2, version -> content(version, RuleSetReader.read(List.of())));
        rules.refresh();
        assertThat(rules.trouble()).contains(Trouble.SET_BROKEN);
        clock.advance(HOUR);
        assertThat(startDay(rules)).isEqualTo("0");
        rules.refresh();
        assertThat(startDay(rules)).isEqualTo("0");
        assertThat(rules.trouble()).contains(Trouble.SET_BROKEN);
    }

    @Test
    @DisplayName("a set that breaks in the store after it was read comes at its time all the same")
    void keepWhatWasReadBeforeItBroke() {
        publish(2, RuleSets.beginningOn("15"), START.plus(HOUR));
        rules.refresh();
        store.tamper(2, version -> content(version, RuleSetReader.read(List.of())));
        rules.refresh();
        clock.advance(HOUR);
        assertThat(startDay(rules)).isEqualTo("15");
    }

    @Test
    @DisplayName("T07: content approved under one hash is not exchanged together with the hash beside it")
    void knowWhatWasApproved() {
        publish(2, RuleSets.beginningOn("15"), START);
        RuleSet other = RuleSets.beginningOn("99");
        store.tamper(2, version -> new StoredVersion(2, new RuleSetReading.Sound(other), other.hash(),
                version.author(), version.proposedAt(), version.effective()));
        rules.refresh();
        assertThat(startDay(rules)).isEqualTo("0");
        assertThat(rules.trouble()).contains(Trouble.SET_BROKEN);
    }

    @Test
    void goOnWhereTheStoreWasSetBackOrLost() {
        publish(2, RuleSets.beginningOn("15"), START);
        rules.refresh();
        store.loseLine(2);
        rules.refresh();
        assertThat(startDay(rules)).isEqualTo("15");
        assertThat(rules.trouble()).contains(Trouble.STORE_BEHIND);
        store.loseEverything();
        rules.refresh();
        assertThat(startDay(restarted())).isEqualTo("15");
        assertThat(store.log().isEmpty()).as("nothing is begun anew where something was known").isTrue();
    }

    @Test
    @DisplayName("a store that was lost is in use again with the next version that two persons agree on")
    void takeUpWhatIsPublishedInAStoreThatWasLost() {
        publish(2, RuleSets.beginningOn("15"), START);
        rules.refresh();
        store.loseEverything();
        rules.refresh();
        RuleSet next = RuleSets.beginningOn("20");
        store.add(new StoredVersion(rules.highestVersion() + 1, new RuleSetReading.Sound(next), next.hash(), "ada",
                START, START));
        store.add(new Activation(rules.lastSequence() + 1, 0, Activation.Kind.APPROVAL, rules.highestVersion() + 1,
                next.hash(), START, START, "bruno"));
        rules.refresh();
        assertThat(startDay(rules)).isEqualTo("20");
        assertThat(rules.trouble()).isEmpty();
        assertThat(rules.now().map(Served::version)).contains(3);
    }

    @Test
    void goOnWhereTheLogIsDamaged() {
        publish(2, RuleSets.beginningOn("15"), START);
        rules.refresh();
        publish(3, RuleSets.beginningOn("20"), START);
        store.makeLinesUnreadable(1);
        rules.refresh();
        assertThat(startDay(rules)).isEqualTo("15");
        assertThat(rules.trouble()).contains(Trouble.LOG_DAMAGED);
        store.makeLinesUnreadable(0);
        store.loseLine(2);
        rules.refresh();
        assertThat(startDay(rules)).isEqualTo("15");
        assertThat(rules.trouble()).contains(Trouble.LOG_DAMAGED);
    }

    @Test
    void useNoCopyThatIsDamaged() throws IOException {
        Path file = directory.resolve(LastGoodFile.NAME);
        String good = Files.readString(file);
        store.goAway();
        for (String damaged : List.of("", "x", good.substring(0, good.length() / 2), good.replace("\"du\"", "\"99\""),
                good.lines().findFirst().orElseThrow() + "\n")) {
            Files.writeString(file, damaged);
            assertThat(restarted().now()).isEmpty();
        }
        Files.writeString(file, good);
        assertThat(restarted().now()).isEqualTo(rules.now());
    }

    @Test
    void leaveNoDraftBesideTheCopy() throws IOException {
        publish(2, RuleSets.beginningOn("15"), START);
        rules.refresh();
        try (var files = Files.list(directory)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(LastGoodFile.NAME);
        }
        assertThat(rules.isOnDisk()).isTrue();
    }

    @Test
    void areServedWhereTheDiskTakesNothing() throws IOException {
        Path notAFolder = Files.writeString(directory.resolve("file"), "");
        PublishedRules without = instance(notAFolder);
        without.refresh();
        assertThat(without.now()).isPresent();
        assertThat(without.isOnDisk()).isFalse();
    }

    private PublishedRules restarted() {
        PublishedRules again = instance(directory);
        again.refresh();
        return again;
    }

    private PublishedRules instance(Path folder) {
        Duration second = Duration.ofSeconds(1);
        return new PublishedRules(store, new LastGoodFile(new RulesProperties(second, second, second, second, folder)),
                clock);
    }

    private void publish(int number, RuleSet rules, Instant effective) {
        store.add(new StoredVersion(number, new RuleSetReading.Sound(rules), rules.hash(), "ada", START, effective));
        store.add(new Activation(number, number - 1, Activation.Kind.APPROVAL, number, rules.hash(), effective, START,
                "bruno"));
    }

    private static StoredVersion content(StoredVersion version, RuleSetReading content) {
        return new StoredVersion(version.number(), content, version.contentHash(), version.author(),
                version.proposedAt(), version.effective());
    }

    private static String startDay(PublishedRules rules) {
        return rules.now().map(Served::rules).flatMap(set -> set.value(RuleName.EXEMPTION_START_DAY))
                .orElse("(none)");
    }

    private static Status health(PublishedRules rules) {
        return new RulesHealthIndicator(rules).health().getStatus();
    }
}
