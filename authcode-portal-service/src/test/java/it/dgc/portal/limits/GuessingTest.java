package it.dgc.portal.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.limits.Admission.Admitted;
import it.dgc.portal.limits.address.ClientAddress;
import it.dgc.portal.limits.address.TrustedProxies;
import it.dgc.portal.limits.counters.TestCounters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static it.dgc.portal.limits.Limits.authCode;
import static it.dgc.portal.limits.Limits.from;
import static it.dgc.portal.limits.Limits.person;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P21: 10,000 tries from 500 addresses, two instances and a restart: calls reaching Sistema TS stay within the limit")
class GuessingTest {

    private static final int TRIES = 10_000;
    private static final int ADDRESSES = 500;
    private static final int AT_ONCE = 40;

    private final MutableClock clock = MutableClock.pinned("2022-02-01T12:00:00Z");
    private final AtomicInteger askedSistemaTs = new AtomicInteger();
    private TestStore store;
    private List<GuessingLimits> instances;

    @BeforeEach
    void start() {
        store = new TestStore();
        instances = List.of(instance(), instance());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void letsFiveGuessesAboutAPersonReachSistemaTsThoughAllAddressesWereReal() {
        guess(TRIES / 2, i -> authCode(1, i % ADDRESSES));
        restart();
        guess(TRIES / 2, i -> authCode(1, i % ADDRESSES));
        assertThat(askedSistemaTs).hasValue(5);
    }

    @Test
    void letsTenGuessesAMonthReachSistemaTsWhereTheFormAsksForNoCard() {
        for (int day = 0; day < 20; day++) {
            guess(TRIES / 20, i -> Attempt.withoutCard(person(1), from(i % ADDRESSES)));
            clock.advance(Duration.ofDays(1));
            restart();
        }
        assertThat(askedSistemaTs).hasValue(10);
    }

    @Test
    @DisplayName("T19: 500 forged X-Forwarded-For values of one attacker are one address")
    void letsTwentyGuessesAMinuteReachSistemaTsWhereTheAddressesAreForged() {
        TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1"));
        guess(TRIES, i -> {
            String forged = "198.51.%d.%d".formatted(i % ADDRESSES / 256, i % 256);
            ClientAddress attacker = proxies.client("127.0.0.1", List.of(forged + ", 203.0.113.66"));
            return Attempt.authCode(person(i), Limits.card(i), Limits.DAY, attacker);
        });
        assertThat(askedSistemaTs).hasValue(20);
    }

    @Test
    void letsTenGuessesWithOneCardAndDateReachSistemaTsHoweverManyPersonsAreTried() {
        guess(TRIES / 5, i -> Attempt.authCode(person(i), Limits.CARD, Limits.DAY, from(i)));
        assertThat(askedSistemaTs).hasValue(10);
    }

    private interface Guess {

        Attempt number(int i);
    }

    private void guess(int tries, Guess guess) {
        AtOnce.run(AT_ONCE, worker -> {
            for (int i = worker; i < tries; i += AT_ONCE) {
                submit(instances.get(i / AT_ONCE % instances.size()), guess.number(i));
            }
            return worker;
        });
    }

    private void submit(GuessingLimits limits, Attempt attempt) {
        if (limits.admit(attempt) instanceof Admitted admitted) {
            askedSistemaTs.incrementAndGet();
            limits.failed(admitted.reservation());
        }
    }

    private void restart() {
        instances = List.of(instance(), instance());
    }

    private GuessingLimits instance() {
        return Limits.of(TestCounters.on(store.template()), Map.of(), clock, new SimpleMeterRegistry());
    }
}
