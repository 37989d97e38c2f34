package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReading;
import it.dgc.rules.settings.RuleSets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of rules keeps to; the fake and MongoDB both run it. */
public interface RuleStoreContract {

    Instant NOON = Instant.parse("2026-03-29T10:00:00.123Z");

    /** @return an empty store */
    RuleStore testee();

    @Test
    default void isEmptyAtFirst() {
        RuleStore store = testee();
        assertThat(store.log().isEmpty()).isTrue();
        assertThat(store.log().isWhole()).isTrue();
        assertThat(store.versions()).isEmpty();
        assertThat(store.version(1)).isEmpty();
        assertThat(store.highestVersion()).isZero();
    }

    @Test
    default void givesBackAVersionFieldByField() {
        RuleStore store = testee();
        StoredVersion version = version(7, RuleSets.beginningOn("15"));
        assertThat(store.add(version)).isTrue();
        assertThat(store.version(7)).contains(version);
        assertThat(store.versions()).containsExactly(version);
        assertThat(store.highestVersion()).isEqualTo(7);
        assertThat(store.version(7).flatMap(StoredVersion::rules)).contains(RuleSets.beginningOn("15"));
    }

    @Test
    default void givesBackALineFieldByField() {
        RuleStore store = testee();
        Activation line = line(1, 0);
        assertThat(store.add(line)).isTrue();
        assertThat(store.log()).isEqualTo(new ActivationLog(List.of(line), 0));
    }

    @Test
    default void takesEachNumberOnce() {
        RuleStore store = testee();
        StoredVersion first = version(1, RuleSets.first());
        store.add(first);
        assertThat(store.add(version(1, RuleSets.beginningOn("15")))).isFalse();
        assertThat(store.version(1)).contains(first);
        store.add(line(1, 0));
        assertThat(store.add(line(1, 9))).isFalse();
        assertThat(store.log().lines()).containsExactly(line(1, 0));
    }

    @Test
    default void findsTheHighestNumberByNumberAndNotByLetter() {
        RuleStore store = testee();
        List.of(2, 10, 9).forEach(number -> store.add(version(number, RuleSets.first())));
        assertThat(store.highestVersion()).isEqualTo(10);
    }

    @Test
    default void givesALineToOneOfManyWhoWriteAtOnce() throws InterruptedException, ExecutionException {
        RuleStore store = testee();
        List<Callable<Boolean>> calls = IntStream.range(0, 16).<Callable<Boolean>>mapToObj(
                i -> () -> store.add(line(1, 0))).toList();
        int added = 0;
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                added += call.get() ? 1 : 0;
            }
        }
        assertThat(added).isEqualTo(1);
    }

    static StoredVersion version(int number, RuleSet rules) {
        return new StoredVersion(number, new RuleSetReading.Sound(rules), rules.hash(), "ada", NOON,
                NOON.plusSeconds(3600));
    }

    static Activation line(int sequence, int follows) {
        return new Activation(sequence, follows, Activation.Kind.APPROVAL, 1, "hash", Instant.EPOCH, NOON, "bruno");
    }
}
