package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every list of refusals keeps. */
interface RefusalsContract {

    Instant AT = Instant.parse("2022-01-10T09:00:00Z");
    Origin ORIGIN = new Origin("sistema-ts.exemptions", 2, 41, 1_641_805_200_000L);
    Refusal REFUSAL = new Refusal("EMPTY", "{}", "subject", false);

    Refusals refusals();

    @Test
    default void knowsNothingThatWasNotEntered() {
        assertThat(refusals().find(ORIGIN)).isEmpty();
    }

    @Test
    default void keepsTheFirstReason() {
        refusals().enter(ORIGIN, REFUSAL, AT);
        refusals().enter(ORIGIN, new Refusal("SCHEMA", "{}", "subject", false), AT);
        assertThat(refusals().find(ORIGIN)).hasValue(REFUSAL);
    }

    @Test
    default void findsThoseThatAreKnownAmongMany() {
        refusals().enter(ORIGIN, REFUSAL, AT);
        assertThat(refusals().find(Set.of("elsewhere", ORIGIN.id()))).isEqualTo(Map.of(ORIGIN.id(), REFUSAL));
    }

    @Test
    default void remembersThatItIsConcluded() {
        refusals().enter(ORIGIN, REFUSAL, AT);
        refusals().conclude(ORIGIN);
        refusals().enter(ORIGIN, REFUSAL, AT);
        assertThat(refusals().find(ORIGIN)).hasValue(new Refusal("EMPTY", "{}", "subject", true));
    }

    @Test
    default void tellsARecordFromOneThatCameToItsPlaceLater() {
        refusals().enter(ORIGIN, REFUSAL, AT);
        assertThat(refusals().find(new Origin(ORIGIN.topic(), ORIGIN.partition(), ORIGIN.offset(),
                ORIGIN.timestamp() + 1))).isEmpty();
        assertThat(refusals().find(new Origin(ORIGIN.topic(), 1, ORIGIN.offset(), ORIGIN.timestamp()))).isEmpty();
    }

    @Test
    default void forgetsOnlyWhatWasConcludedBefore() {
        Origin other = new Origin("sistema-ts.exemptions", 0, 1, 1);
        refusals().enter(ORIGIN, REFUSAL, AT);
        refusals().enter(other, REFUSAL, AT);
        refusals().conclude(ORIGIN);
        refusals().forget(AT);
        assertThat(refusals().find(ORIGIN)).isPresent();
        refusals().forget(AT.plusMillis(1));
        assertThat(refusals().find(ORIGIN)).isEmpty();
        assertThat(refusals().find(other)).isPresent();
    }
}
