package it.dgc.generation.registry;

import java.time.Instant;
import java.util.List;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every list of revoked batches keeps. */
public interface RevokedBatchesContract {

    CodiceFiscale CERTIFIER = Events.DOCTOR.fiscalCode();
    Instant FROM = Instant.parse("2022-01-10T09:00:00.000001Z");
    Instant UNTIL = FROM.plusSeconds(60);

    RevokedBatches batches();

    @Test
    default void coversFromTheFirstInstantUntilBeforeTheLast() {
        batches().keep(CERTIFIER, new RevokedBatch("r1", FROM, UNTIL, Ground.FRAUD));
        assertThat(batches().covering(CERTIFIER, FROM.minusNanos(1))).isEmpty();
        assertThat(batches().covering(CERTIFIER, FROM)).containsExactly("r1");
        assertThat(batches().covering(CERTIFIER, UNTIL.minusNanos(1))).containsExactly("r1");
        assertThat(batches().covering(CERTIFIER, UNTIL)).isEmpty();
    }

    @Test
    default void keepsABatchOnceAndBesideOthers() {
        for (String request : new String[]{"r1", "r1", "r2"}) {
            batches().keep(CERTIFIER, new RevokedBatch(request, FROM, UNTIL, Ground.FRAUD));
        }
        assertThat(batches().covering(CERTIFIER, FROM)).containsExactlyInAnyOrder("r1", "r2");
    }

    @Test
    default void tellsOfManyWhichAreCovered() {
        batches().keep(CERTIFIER, new RevokedBatch("r1", FROM, UNTIL, Ground.FRAUD));
        assertThat(batches().covering(List.of(new RevokedBatches.Receipt(CERTIFIER, UNTIL),
                new RevokedBatches.Receipt(CERTIFIER, FROM),
                new RevokedBatches.Receipt(Events.HOLDER.fiscalCode(), FROM))))
                .containsExactly(List.of(), List.of("r1"), List.of());
        assertThat(batches().covering(List.of())).isEmpty();
    }

    @Test
    default void coversNobodyElse() {
        batches().keep(CERTIFIER, new RevokedBatch("r1", FROM, UNTIL, Ground.FRAUD));
        assertThat(batches().covering(Events.HOLDER.fiscalCode(), FROM)).isEmpty();
    }
}
