package it.dgc.portal.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.limits.Admission.Admitted;
import it.dgc.portal.limits.Admission.Refused;
import it.dgc.portal.limits.Admission.Reservation;
import it.dgc.portal.limits.counters.Counters;
import it.dgc.portal.limits.counters.TestCounters;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

import static it.dgc.portal.limits.Limits.authCode;
import static it.dgc.portal.limits.Limits.from;
import static it.dgc.portal.limits.Limits.person;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P21: guessing is bounded")
class CountedLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TICK = Duration.ofMillis(1);

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final MutableClock clock = MutableClock.pinned("2022-02-01T12:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GuessingLimits limits = limits(Map.of());
    private final AtomicInteger address = new AtomicInteger();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @DisplayName("per fiscal code 5 failures an hour, 10 a day, 30 a month")
    void boundsFailuresAboutAPerson() {
        assertThat(failures(1)).isEqualTo(5);
        clock.advance(HOUR.minus(TICK));
        assertThat(failures(1)).isZero();
        clock.advance(TICK);
        assertThat(failures(1)).as("the hour has slid, the day lets five more").isEqualTo(5);
        clock.advance(HOUR);
        assertThat(failures(1)).as("the day is full").isZero();
        clock.advance(DAY.minus(HOUR));
        assertThat(failures(1)).as("the first five have left the day").isEqualTo(5);
    }

    @Test
    void boundsFailuresAboutAPersonInAMonthAndNeverForGood() {
        int month = IntStream.range(0, 29 * 24).map(hour -> {
            clock.advance(HOUR);
            return hour % 6 == 0 ? failures(1) : 0;
        }).sum();
        assertThat(month).isEqualTo(30);
        clock.advance(Duration.ofDays(30));
        assertThat(failures(1)).isEqualTo(5);
    }

    @Test
    @DisplayName("form without card: 5 a day, 10 a month")
    void boundsTheFormWithoutCard() {
        assertThat(failuresWithoutCard(1)).isEqualTo(5);
        clock.advance(DAY.minus(TICK));
        assertThat(failuresWithoutCard(1)).isZero();
        clock.advance(TICK);
        assertThat(failuresWithoutCard(1)).isEqualTo(5);
        clock.advance(DAY);
        assertThat(failuresWithoutCard(1)).as("the month is full").isZero();
        clock.advance(Duration.ofDays(28));
        assertThat(failuresWithoutCard(1)).isEqualTo(5);
    }

    @Test
    void countsEachPersonAlone() {
        assertThat(failures(1)).isEqualTo(5);
        assertThat(failures(2)).isEqualTo(5);
        assertThat(failuresWithoutCard(1)).isEqualTo(5);
    }

    @Test
    void boundsTriesOfCardsForOneCode() {
        long admitted = IntStream.range(0, 20)
                .mapToObj(card -> limits.admit(Attempt.withCode("CUEV-A", Limits.card(card),
                        Limits.DAY, from(card))))
                .filter(Admitted.class::isInstance).count();
        assertThat(admitted).isEqualTo(5);
    }

    @Test
    @DisplayName("a success gives its reservation back")
    void countsNoSuccess() {
        for (int i = 0; i < 40; i++) {
            limits.verified(admitted(authCode(1, i)));
        }
        assertThat(failures(1)).isEqualTo(5);
    }

    @Test
    void countsNoAttemptThatNobodyAnswered() {
        for (int i = 0; i < 40; i++) {
            limits.undecided(admitted(authCode(1, i)));
        }
        assertThat(failures(1)).isEqualTo(5);
    }

    @Test
    @DisplayName("reserve, then settle: what is under way counts as failed")
    void countsWhatIsNotSettled() {
        Reservation first = admitted(authCode(1, 100));
        assertThat(failures(1)).isEqualTo(4);
        limits.verified(first);
        assertThat(failures(1)).isEqualTo(1);
    }

    @Test
    void takesNothingBackTwice() {
        Reservation first = admitted(authCode(1, 100));
        limits.verified(first);
        limits.verified(first);
        limits.failed(first);
        assertThat(failures(1)).isEqualTo(5);
    }

    @Test
    @DisplayName("per address block 20 a minute")
    void boundsSubmissionsOfAnAddress() {
        List<Admission> all = IntStream.range(0, 25).mapToObj(person -> limits.admit(authCode(person, 7))).toList();
        assertThat(all.subList(0, 20)).allMatch(Admitted.class::isInstance);
        assertThat(all.subList(20, 25)).containsOnly(new Refused(Bound.ADDRESS));
        clock.advance(Duration.ofMinutes(1).minus(TICK));
        assertThat(limits.admit(authCode(50, 7))).isEqualTo(new Refused(Bound.ADDRESS));
        clock.advance(TICK);
        assertThat(limits.admit(authCode(50, 7))).isInstanceOf(Admitted.class);
    }

    @Test
    @DisplayName("T12: who is over the bound of an address costs the person no try")
    void takesNoTryOfAPersonFromARefusedAddress() {
        IntStream.range(0, 20).forEach(person -> limits.admit(authCode(1000 + person, 7)));
        IntStream.range(0, 20).forEach(again -> limits.admit(authCode(1, 7)));
        assertThat(failures(1)).isEqualTo(5);
    }

    @Test
    @DisplayName("a spray counter per (card tail, date)")
    void boundsOneCardAndDateOverManyPersons() {
        List<Admission> all = IntStream.range(0, 15).mapToObj(person -> limits
                .admit(Attempt.authCode(person(person), Limits.CARD, Limits.DAY, from(person)))).toList();
        assertThat(all.subList(0, 10)).allMatch(Admitted.class::isInstance);
        assertThat(all.subList(10, 15)).containsOnly(new Refused(Bound.CARD_AND_DATE));
        assertThat(failures(12)).as("who was refused by the card keeps all tries").isEqualTo(5);
        assertThat(limits.admit(Attempt.authCode(person(20), Limits.CARD, Limits.DAY.plusDays(1), from(20))))
                .isInstanceOf(Admitted.class);
    }

    @Test
    @DisplayName("a global budget")
    void boundsEverybodyTogether() {
        GuessingLimits tight = limits(Map.of("dgc.limits.everybody", "3"));
        List<Admission> all = IntStream.range(0, 5).mapToObj(person -> tight.admit(authCode(person, person))).toList();
        assertThat(all.subList(0, 3)).allMatch(Admitted.class::isInstance);
        assertThat(all.subList(3, 5)).containsOnly(new Refused(Bound.EVERYBODY));
        assertThat(failures(4)).as("who was refused by the budget keeps all tries").isEqualTo(5);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tight.admit(authCode(9, 9))).isInstanceOf(Admitted.class);
    }

    @Test
    @DisplayName("alert at 3 on the no-card form, without identifiers")
    void raisesAnAlarmOncePerPerson() {
        for (int person = 1; person <= 2; person++) {
            failWithoutCard(person, 2);
        }
        assertThat(alarms()).isZero();
        failWithoutCard(1, 3);
        assertThat(alarms()).isEqualTo(1);
        failWithoutCard(2, 1);
        assertThat(alarms()).isEqualTo(2);
        assertThat(failures(1)).isEqualTo(5);
        assertThat(alarms()).isEqualTo(2);
        assertThat(meters.get(CountedLimits.ALARMS).counter().getId().getTags()).isEmpty();
    }

    @Test
    void countsRefusalsByBoundAlone() {
        failures(1);
        assertThat(meters.get(CountedLimits.REFUSED).counter().getId().getTags()).extracting(Object::toString)
                .containsExactly("tag(bound=PERSON)");
    }

    @Test
    @DisplayName("counters by HMAC: what is stored names nobody")
    void storesKeyedHashesAndNothingPersonal() {
        failures(1);
        failuresWithoutCard(1);
        List<Document> stored = template.findAll(Document.class, "limits");
        assertThat(stored).isNotEmpty().allSatisfy(document -> assertThat(document.keySet())
                .isSubsetOf(Set.of("_id", "version", "until", "tries", "spent")));
        String all = stored.toString();
        Stream.of(person(1).value(), person(1).sha256Hex(), Limits.card(1).value(), Limits.DAY.toString(),
                from(1).block()).forEach(personal -> assertThat(all).doesNotContain(personal));
    }

    @Test
    void admitsNobodyAndThrowsNothingWhileTheStoreIsAway() {
        Reservation before = admitted(authCode(1, 1));
        GuessingLimits away = Limits.of(TestCounters.on(store.away()), Map.of(), clock, meters);
        assertThat(away.admit(authCode(1, 1))).isEqualTo(new Admission.Unavailable());
        away.verified(before);
        away.failed(before);
        assertThat(failures(1)).as("it stays counted").isEqualTo(4);
    }

    @Test
    void printsNobody() {
        assertThat(authCode(1, 1)).hasToString("Attempt[form=AUTHCODE, masked]");
    }

    private int failures(int person) {
        return (int) IntStream.range(0, 20).filter(i -> fail(authCode(person, address.incrementAndGet() + 100_000)))
                .count();
    }

    private int failuresWithoutCard(int person) {
        return failWithoutCard(person, 20);
    }

    private int failWithoutCard(int person, int times) {
        return (int) IntStream.range(0, times)
                .filter(i -> fail(Attempt.withoutCard(person(person), from(address.incrementAndGet() + 100_000))))
                .count();
    }

    private boolean fail(Attempt attempt) {
        Admission admission = limits.admit(attempt);
        if (admission instanceof Admitted admitted) {
            limits.failed(admitted.reservation());
        }
        return admission instanceof Admitted;
    }

    private Reservation admitted(Attempt attempt) {
        return ((Admitted) limits.admit(attempt)).reservation();
    }

    private double alarms() {
        return meters.get(CountedLimits.ALARMS).counter().count();
    }

    private GuessingLimits limits(Map<String, String> settings) {
        Counters counters = TestCounters.on(template);
        return Limits.of(counters, settings, clock, meters);
    }
}
