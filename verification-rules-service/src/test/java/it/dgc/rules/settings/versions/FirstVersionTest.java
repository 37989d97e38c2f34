package it.dgc.rules.settings.versions;

import java.time.Instant;

import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReading;
import it.dgc.rules.settings.RuleSets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The first version is there once, whoever begins and wherever he stops")
class FirstVersionTest {

    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");

    private final InMemoryRules store = new InMemoryRules();

    @Test
    void isInForceFromTheBeginning() {
        FirstVersion.into(store, NOW);
        FirstVersion.into(store, NOW.plusSeconds(1));
        assertThat(store.log().lines()).singleElement()
                .satisfies(line -> assertThat(line.isEffectiveAt(Instant.EPOCH)).isTrue());
        assertThat(inForce()).isEqualTo(RuleSets.first());
    }

    @Test
    @DisplayName("a start that ended between version and log, and a newer release that goes on there, give a set that is served")
    void goesOnWhereAnotherReleaseStopped() {
        store.add(version(RuleSets.beginningOn("15"), FirstVersion.RELEASE));
        FirstVersion.into(store, NOW);
        assertThat(inForce()).isEqualTo(RuleSets.beginningOn("15"));
    }

    @Test
    @DisplayName("T07: what somebody else put there is not approved by anybody")
    void approvesNothingOfAnotherAuthor() {
        store.add(version(RuleSets.beginningOn("15"), "ada"));
        FirstVersion.into(store, NOW);
        assertThat(store.version(1).orElseThrow().approvedAs(store.log().lines().getFirst().contentHash())).isEmpty();
    }

    private RuleSet inForce() {
        return store.version(1).orElseThrow().approvedAs(store.log().lines().getFirst().contentHash()).orElseThrow();
    }

    private static StoredVersion version(RuleSet rules, String author) {
        return new StoredVersion(1, new RuleSetReading.Sound(rules), rules.hash(), author, NOW, Instant.EPOCH);
    }
}
