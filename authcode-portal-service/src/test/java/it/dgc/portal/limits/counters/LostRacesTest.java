package it.dgc.portal.limits.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.portal.limits.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("stack 3: the embedded store never shows the races of a real one, so they are made here")
class LostRacesTest {

    private static final Instant NOON = Instant.parse("2022-02-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Window> TWO = List.of(new Window(2, MINUTE));

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final Counters undisturbed = new MongoCounters(template);
    private final MongoClient client = MongoClients.create(TestBackends.mongo());

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void countsAgainWhereSomebodyWroteBetweenReadingAndWriting() {
        undisturbed.take("k", TWO, NOON);
        Counters slow = interrupted(call -> call == 2, () -> undisturbed.take("k", TWO, NOON));
        assertThat(slow.take("k", TWO, NOON)).as("the last room went to the other").isEmpty();
    }

    @Test
    void countsAgainWhereSomebodyMadeTheCounterFirst() {
        Counters slow = interrupted(call -> call == 2, () -> undisturbed.take("k", TWO, NOON));
        assertThat(slow.take("k", TWO, NOON)).isPresent();
        assertThat(undisturbed.take("k", TWO, NOON)).isEmpty();
    }

    @Test
    void losesNoTryWhereTheCounterWasForgottenAndCameBackMeanwhile() {
        undisturbed.take("k", TWO, NOON);
        Instant later = NOON.plus(MINUTE);
        Counters slow = interrupted(call -> call == 2, () -> {
            undisturbed.forget(later);
            undisturbed.take("k", TWO, later);
            undisturbed.take("k", TWO, later);
        });
        assertThat(slow.take("k", TWO, later)).isEmpty();
    }

    @Test
    void forgetsNoCounterThatWasJustTakenFrom() {
        undisturbed.take("k", TWO, NOON);
        undisturbed.take("k", TWO, NOON.plusSeconds(59));
        undisturbed.forget(NOON.plus(MINUTE));
        assertThat(undisturbed.take("k", TWO, NOON.plus(MINUTE))).isPresent();
        assertThat(undisturbed.take("k", TWO, NOON.plus(MINUTE))).isEmpty();
    }

    @Test
    void givesBackOnlyItsOwnWhereSomebodyTookMeanwhile() {
        String mine = undisturbed.take("k", TWO, NOON).orElseThrow();
        Counters slow = interrupted(call -> call == 2, () -> undisturbed.take("k", TWO, NOON));
        slow.giveBack("k", mine);
        assertThat(undisturbed.take("k", TWO, NOON)).isPresent();
        assertThat(undisturbed.take("k", TWO, NOON)).isEmpty();
    }

    @Test
    void spendsFromABudgetThatSomebodyElseHasJustMade() {
        Counters unlucky = interrupted(call -> call == 1, () -> {
            undisturbed.spend("b", 2, MINUTE, NOON);
            throw new DuplicateKeyException("E11000");
        });
        assertThat(unlucky.spend("b", 2, MINUTE, NOON)).isTrue();
        assertThat(undisturbed.spend("b", 2, MINUTE, NOON)).isFalse();
    }

    @Test
    void spendsNothingOfABudgetThatOthersHaveSpentMeanwhile() {
        Counters unlucky = interrupted(call -> call == 1, () -> {
            undisturbed.spend("b", 1, MINUTE, NOON);
            throw new DuplicateKeyException("E11000");
        });
        assertThat(unlucky.spend("b", 1, MINUTE, NOON)).isFalse();
    }

    @Test
    void admitsNothingRatherThanTryForEver() {
        Counters hopeless = interrupted(call -> call % 2 == 0, () -> {
            throw new DuplicateKeyException("E11000");
        });
        assertThatExceptionOfType(ConcurrencyFailureException.class)
                .isThrownBy(() -> hopeless.take("k", TWO, NOON));
        assertThat(Optional.ofNullable(template.findById("k", Document.class, "limits"))).isEmpty();
    }

    /** @return counters to whom something happens just before the calls of the store that are named */
    private Counters interrupted(IntPredicate before, Runnable event) {
        return new MongoCounters(new Interrupted(client, template.getDb().getName(), before, event));
    }

    private static final class Interrupted extends MongoTemplate {

        private final IntPredicate before;
        private final Runnable event;
        private int calls;

        Interrupted(MongoClient client, String database, IntPredicate before, Runnable event) {
            super(client, database);
            this.before = before;
            this.event = event;
        }

        @Override
        public <T> T execute(String collection, CollectionCallback<T> work) {
            calls++;
            if (before.test(calls)) {
                event.run();
            }
            return super.execute(collection, work);
        }
    }
}
