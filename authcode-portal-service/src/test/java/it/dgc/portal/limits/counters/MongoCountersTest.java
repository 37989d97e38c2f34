package it.dgc.portal.limits.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.portal.limits.AtOnce;
import it.dgc.portal.limits.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MongoCountersTest {

    private static final Instant NOON = Instant.parse("2022-02-01T12:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Window> FIVE = List.of(new Window(5, MINUTE));

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final Counters one = new MongoCounters(template);
    private final Counters other = new MongoCounters(store.template());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @DisplayName("E12: one CF x 100: limit exact")
    void letsExactlyTheLimitPassHoweverManyAskAtOnce() {
        List<Optional<String>> taken = AtOnce.run(100,
                caller -> (caller % 2 == 0 ? one : other).take("k", FIVE, NOON));
        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(5).doesNotHaveDuplicates();
        assertThat(one.take("k", FIVE, NOON.plus(MINUTE).minusMillis(1))).isEmpty();
        assertThat(other.take("k", FIVE, NOON.plus(MINUTE))).isPresent();
    }

    @Test
    void givesEachBackToWhoeverComesNext() {
        List<Boolean> taken = AtOnce.run(60, caller -> {
            Counters counters = caller % 2 == 0 ? one : other;
            Optional<String> token = counters.take("k", FIVE, NOON);
            token.ifPresent(it -> counters.giveBack("k", it));
            return token.isPresent();
        });
        assertThat(taken).contains(true);
        assertThat(documents()).isEmpty();
    }

    @Test
    void givesBackOnlyWhatWasTaken() {
        String token = one.take("k", FIVE, NOON).orElseThrow();
        other.giveBack("k", "another");
        other.giveBack("unknown", token);
        assertThat(one.failed("k", token, Instant.EPOCH)).isEqualTo(1);
    }

    @Test
    void countsEachFailureOnce() {
        List<String> tokens = Stream.generate(() -> one.take("k", FIVE, NOON).orElseThrow()).limit(5)
                .toList();
        assertThat(AtOnce.run(5, i -> (i % 2 == 0 ? one : other).failed("k", tokens.get(i), Instant.EPOCH)))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(one.failed("k", tokens.getFirst(), Instant.EPOCH)).isZero();
        assertThat(one.failed("k", "another", Instant.EPOCH)).isZero();
    }

    @Test
    void spendsABudgetAndNoMore() {
        assertThat(AtOnce.run(100, caller -> (caller % 2 == 0 ? one : other).spend("b", 30, MINUTE, NOON)))
                .filteredOn(Boolean.TRUE::equals).hasSize(30);
        assertThat(one.spend("b", 30, MINUTE, NOON.plusSeconds(59))).isFalse();
        assertThat(one.spend("b", 30, MINUTE, NOON.plusSeconds(60))).isTrue();
    }

    @Test
    @DisplayName("the clocks of instances differ: what has left its windows for one may still count for another")
    void forgetsWhatHasLongLeftItsWindowsAndNothingElse() {
        one.take("old", FIVE, NOON);
        one.take("new", FIVE, NOON.plusMillis(1));
        one.spend("b", 30, MINUTE, NOON);
        one.forget(NOON.plus(MINUTE).plus(CLOCKS_DIFFER).minusMillis(1));
        assertThat(documents()).hasSize(3);
        one.forget(NOON.plus(MINUTE).plus(CLOCKS_DIFFER));
        assertThat(documents()).extracting(document -> document.getString("_id")).containsExactly("new");
    }

    @Test
    @DisplayName("D4, stack 3: no index but _id, and nothing that only one kind of store knows")
    void makesNoIndex() {
        one.take("k", FIVE, NOON);
        assertThat(template.getCollection("limits").listIndexes()).extracting(index -> index.getString("name"))
                .allMatch(name -> Objects.equals(name, "_id_"));
    }

    @Test
    void saysWhenItsStoreIsAway() {
        Counters away = new MongoCounters(store.away());
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> away.take("k", FIVE, NOON));
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> away.spend("b", 1, MINUTE, NOON));
    }

    private List<Document> documents() {
        return template.findAll(Document.class, "limits");
    }
}
