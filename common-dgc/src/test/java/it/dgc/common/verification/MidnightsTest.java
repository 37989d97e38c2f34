package it.dgc.common.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.hcert.HcertClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("The last days and midnights, against an oracle of its own")
class MidnightsTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant ISSUED = Instant.parse("2020-01-02T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2039-12-31T00:00:00Z");
    private static final long SEED = 20220204;
    private static final int CERTIFICATES = 400;
    private static final int TIMES = 50;

    /** In instants, where the verifier counts in days. */
    private static Outcome oracle(LocalDate first, Optional<LocalDate> last, Instant at) {
        Instant begin = first.atStartOfDay(ROME).toInstant();
        Instant end = last.map(day -> day.plusDays(1).atStartOfDay(ROME).toInstant()).orElse(EXPIRES.plusNanos(1));
        Outcome begun = at.isBefore(end) ? Outcome.VALID : Outcome.EXPIRED;
        return at.isBefore(begin) ? Outcome.NOT_VALID_YET : begun;
    }

    private static String certificate(LocalDate from, Optional<LocalDate> until) {
        return Desk.SIGNER.certify(new HcertClaims("IT", ISSUED, EXPIRES, Desk.dcc(from, until)));
    }

    private static Outcome verify(ValidityRules rules, String text, Instant at) {
        return Desk.verify(rules, text, at).outcome();
    }

    static Stream<Arguments> days() {
        return Stream.of(arguments("summer time begins", LocalDate.of(2026, 3, 29), "2026-03-28T23:00:00Z",
                "2026-03-29T21:59:59.999Z"),
                arguments("summer time ends", LocalDate.of(2026, 10, 25), "2026-10-24T22:00:00Z",
                        "2026-10-25T22:59:59.999Z"),
                arguments("29 February", LocalDate.of(2028, 2, 29), "2028-02-28T23:00:00Z", "2028-02-29T22:59:59.999Z"),
                arguments("New Year's Eve", LocalDate.of(2026, 12, 31), "2026-12-30T23:00:00Z",
                        "2026-12-31T22:59:59.999Z"),
                arguments("a day in summer", LocalDate.of(2026, 7, 15), "2026-07-14T22:00:00Z",
                        "2026-07-15T21:59:59.999Z"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void beginsAndEndsAtMidnightInRome(String name, LocalDate today, Instant midnight, Instant last) {
        for (Optional<LocalDate> until : List.of(Optional.of(today), Optional.of(today.plusDays(1)),
                Optional.<LocalDate>empty())) {
            String begins = certificate(today, until);
            assertThat(verify(Desk.rules(), begins, midnight.minusMillis(1))).isEqualTo(Outcome.NOT_VALID_YET);
            assertThat(verify(Desk.rules(), begins, midnight)).isEqualTo(Outcome.VALID);
            assertThat(verify(Desk.rules(), begins, last)).isEqualTo(Outcome.VALID);
        }
        for (LocalDate from : List.of(today, today.minusDays(1), today.minusYears(1))) {
            String ends = certificate(from, Optional.of(today));
            assertThat(verify(Desk.rules(), ends, midnight)).isEqualTo(Outcome.VALID);
            assertThat(verify(Desk.rules(), ends, last)).isEqualTo(Outcome.VALID);
            assertThat(verify(Desk.rules(), ends, last.plusMillis(1))).isEqualTo(Outcome.EXPIRED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    @DisplayName("the oracle says the same of these instants")
    void agreesWithTheOracle(String name, LocalDate today, Instant midnight, Instant last) {
        for (Instant at : List.of(midnight.minusMillis(1), midnight, last, last.plusMillis(1))) {
            String text = certificate(today, Optional.of(today));
            assertThat(verify(Desk.rules(), text, at)).isEqualTo(oracle(today, Optional.of(today), at));
        }
    }

    @Test
    @DisplayName("20,000 generated cases: days, parameters and times around every edge (seed 20220204)")
    void agreesWithTheOracleOnGeneratedCases() {
        Random random = new Random(SEED);
        int[] seen = new int[Outcome.values().length];
        for (int i = 0; i < CERTIFICATES; i++) {
            Case generated = Case.of(random);
            for (int j = 0; j < TIMES; j++) {
                Instant at = generated.time(random);
                Outcome expected = oracle(generated.first(), generated.last(), at);
                assertThat(generated.judge(at)).as("%s at %s", generated, at).isEqualTo(expected);
                seen[expected.ordinal()]++;
            }
        }
        assertThat(List.of(seen[Outcome.VALID.ordinal()], seen[Outcome.NOT_VALID_YET.ordinal()],
                seen[Outcome.EXPIRED.ordinal()])).allMatch(count -> count > CERTIFICATES * TIMES / 10);
    }

    @Test
    @DisplayName("and so do signed certificates of the same generator, from text to outcome")
    void agreesWithTheOracleFromTextToOutcome() {
        Random random = new Random(SEED);
        for (int i = 0; i < CERTIFICATES; i++) {
            Case generated = Case.of(random);
            Instant at = generated.time(random);
            assertThat(verify(generated.rules(), certificate(generated.from(), generated.until()), at))
                    .as("%s at %s", generated, at).isEqualTo(oracle(generated.first(), generated.last(), at));
        }
    }

    /** An exemption and parameters; {@code counted} is the number of days to the end, or none for {@code du}. */
    private record Case(LocalDate from, Optional<LocalDate> until, int start, Optional<Integer> counted) {

        static Case of(Random random) {
            LocalDate from = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(6000));
            Optional<LocalDate> until = Optional.of(random.nextInt(400)).filter(days -> days < 350)
                    .map(days -> from.plusDays(days % 7 == 0 ? 0 : days));
            int start = random.nextInt(3) > 0 ? 0 : random.nextInt(40);
            return new Case(from, until, start, Optional.of(random.nextInt(400)).filter(days -> days < 100));
        }

        ValidityRules rules() {
            return Desk.rules("exemption_start_day", Integer.toString(start), "exemption_end_day",
                    counted.map(String::valueOf).orElse("du"));
        }

        Outcome judge(Instant at) {
            var entry = new ExemptionEntry("MRARSS75P14H501I", from, until, Desk.UVCI, "CUEV-ABCDE1234E");
            return rules().undue(entry, at).map(Objection::outcome).orElse(Outcome.VALID);
        }

        LocalDate first() {
            return from.plusDays(start);
        }

        Optional<LocalDate> last() {
            return Stream.concat(until.stream(), counted.map(from::plusDays).stream()).min(LocalDate::compareTo);
        }

        Instant time(Random random) {
            LocalDate edge = random.nextBoolean() ? first() : last().orElse(first());
            Instant midnight = edge.plusDays(random.nextInt(2)).atStartOfDay(ROME).toInstant();
            return switch (random.nextInt(4)) {
                case 0 -> midnight;
                case 1 -> midnight.minusMillis(1);
                case 2 -> midnight.plusSeconds(random.nextInt(200_000) - 100_000);
                default -> midnight.plusSeconds((random.nextInt(400) - 200) * 86_400L);
            };
        }
    }
}
