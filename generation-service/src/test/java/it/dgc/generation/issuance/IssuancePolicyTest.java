package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import it.dgc.generation.issuance.GenerationOutcome.AlreadyHandled;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Rejected;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The rules that a notified event must keep, whatever the day")
class IssuancePolicyTest {

    private static final Instant NOW = Instant.parse("2022-01-10T09:00:00Z");
    private static final EventToCertify EVENT = Events.exemption(1, "2022-01-10", "2022-06-30");

    private Bench bench;

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = Bench.at(NOW.toString(), directory);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(RejectionReason.UNTIL_BEFORE_FROM, Events.exemption(1, "2022-01-10", "2022-01-09")),
                Arguments.of(RejectionReason.UNTIL_BEFORE_FROM, Events.exemption(1, "2022-05-10", "2022-01-09")),
                Arguments.of(RejectionReason.REPORTED_IN_FUTURE, Events.reportedAt(EVENT, afterTolerance(1))),
                Arguments.of(RejectionReason.REPORTED_IN_FUTURE,
                        Events.reportedAt(EVENT, Instant.parse("2032-01-10T09:00:00Z"))),
                Arguments.of(RejectionReason.SELF_CERTIFICATION, Events.withHolder(EVENT,
                        new Holder(Events.DOCTOR.fiscalCode(), EVENT.holder().familyName(),
                                EVENT.holder().givenName(), EVENT.holder().birthDate()))));
    }

    private static Instant afterTolerance(long millis) {
        return NOW.plus(Duration.ofMinutes(2)).plusMillis(millis);
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void rejectsWithItsReasonAndEntersNothing(RejectionReason reason, EventToCertify event) {
        assertRejected(reason, event);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -120_000})
    @DisplayName("architecture D2: an issuedAt more than two minutes ahead is refused")
    void toleratesTwoMinutesBetweenTheClocks(long millis) {
        assertThat(bench.handle(Events.reportedAt(EVENT, afterTolerance(millis)))).isInstanceOf(Issued.class);
    }

    @Test
    void acceptsAnExemptionForOneDay() {
        assertThat(bench.handle(Events.exemption(1, "2022-01-10", "2022-01-10"))).isInstanceOf(Issued.class);
    }

    @Test
    void rejectsASuspendedDoctor() {
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        assertRejected(RejectionReason.DOCTOR_SUSPENDED, EVENT);
        assertRejected(RejectionReason.DOCTOR_SUSPENDED, Events.exemption(1, "2022-02-10", null));
    }

    @Test
    void acceptsADoctorWhoWasRestored() {
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        bench.doctors.restore(Events.DOCTOR.fiscalCode());
        assertThat(bench.handle(EVENT)).isInstanceOf(Issued.class);
    }

    @Test
    @DisplayName("what was issued before the doctor was suspended stays: a replay is no new notification")
    void leavesWhatWasIssuedBefore() {
        bench.handle(EVENT);
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        assertThat(bench.handle(EVENT)).isInstanceOf(AlreadyHandled.class);
    }

    private void assertRejected(RejectionReason reason, EventToCertify event) {
        assertThat(bench.handle(event)).isEqualTo(new Rejected(Rejection.of(reason)));
        assertThat(bench.store.all()).isEmpty();
        assertThat(bench.signer.signed()).isEmpty();
    }
}
