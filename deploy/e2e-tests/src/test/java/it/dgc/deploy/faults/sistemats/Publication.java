package it.dgc.deploy.faults.sistemats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Holder;
import it.dgc.deploy.oracle.Published;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Makes what Sistema TS will publish: mostly exemptions that are due a certificate, among them some that begin later, some that
 * are over, some that come twice, some that contradict another, and some poison.
 */
public final class Publication {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    /** Far enough from today that a run over midnight changes nothing. */
    private static final int DAYS_AWAY = 30;
    /** How far behind its first a second one comes, at most. */
    private static final int LATEST_SECOND = 200;

    private final Random random;
    private final SyntheticRegister register;
    private final Instant now;
    private final LocalDate today;
    private final List<Published> script = new ArrayList<>();
    private final List<ExemptionNotification> usable = new ArrayList<>();
    private final List<Integer> certificates = new ArrayList<>();

    private Publication(long seed, Instant now) {
        this.random = new Random(seed);
        this.register = new SyntheticRegister(seed);
        this.now = now;
        this.today = LocalDate.ofInstant(now, ROME);
    }

    /**
     * @param script what is published
     * @param certificates numbers of those that give a certificate, ascending
     */
    public record Made(List<Published> script, List<Integer> certificates) {

        /** @return how many must have been published for so many certificates, and some more that keep the services busy */
        public int needed(int wanted, int more) {
            return wanted >= certificates.size()
                    ? script.size()
                    : Math.min(script.size(), certificates.get(wanted) + 1 + more);
        }
    }

    /** The same seed gives the same persons; {@code now} gives the days. */
    public static Made make(long seed, int count, Instant now) {
        Publication publication = new Publication(seed, now);
        while (publication.script.size() < count) {
            publication.add();
        }
        return new Made(List.copyOf(publication.script), List.copyOf(publication.certificates));
    }

    /**
     * First notifications that can be used with poisons among them, then more that can be used; every person, doctor and
     * address in them is a canary.
     *
     * @param good how many of the first can be used
     * @param poisons how many cannot
     * @param more how many come after
     */
    public static Made ofCanaries(long seed, int good, int poisons, int more, Instant now) {
        Publication publication = new Publication(seed, now);
        List<Boolean> order = new ArrayList<>(Collections.nCopies(good, true));
        order.addAll(Collections.nCopies(poisons, false));
        Collections.shuffle(order, publication.random);
        order.addAll(Collections.nCopies(more, true));
        for (int nth = 0; nth < order.size(); nth++) {
            publication.addCanary(order.get(nth), Poison.values()[nth % Poison.values().length]);
        }
        return new Made(List.copyOf(publication.script), List.copyOf(publication.certificates));
    }

    private void addCanary(boolean good, Poison poison) {
        ExemptionNotification canary = Canaries.in(due());
        if (good) {
            certificates.add(script.size());
            publish(canary);
        } else {
            publish(poison.key(canary), poison.value(canary, write(canary)), Optional.of(poison.reason()));
        }
    }

    private void add() {
        int percent = random.nextInt(100);
        if (percent < 2) {
            Poison poison = Poison.values()[random.nextInt(Poison.values().length)];
            ExemptionNotification base = due();
            publish(poison.key(base), poison.value(base, write(base)), Optional.of(poison.reason()));
        } else if (percent < 5 && !usable.isEmpty()) {
            publish(earlier());
        } else if (percent < 7 && !usable.isEmpty()) {
            publish(contradicting(earlier()));
        } else {
            usable.add(percent < 10 ? waiting() : percent < 12 ? over() : certificate());
            publish(usable.getLast());
        }
    }

    private ExemptionNotification certificate() {
        certificates.add(script.size());
        return due();
    }

    private ExemptionNotification due() {
        return random.nextBoolean()
                ? register.next(now)
                : register.next(now.minus(Duration.ofDays(random.nextInt(20))),
                        Validity.openFrom(today.minusDays(random.nextInt(DAYS_AWAY))));
    }

    private ExemptionNotification waiting() {
        return register.next(now, Validity.openFrom(today.plusDays(DAYS_AWAY)));
    }

    private ExemptionNotification over() {
        return register.next(now, Validity.between(today.minusDays(2 * DAYS_AWAY), today.minusDays(DAYS_AWAY)));
    }

    private ExemptionNotification earlier() {
        return usable.get(usable.size() - 1 - random.nextInt(Math.min(LATEST_SECOND, usable.size())));
    }

    private static ExemptionNotification contradicting(ExemptionNotification first) {
        Holder holder = first.holder();
        return new ExemptionNotification(first.schemaVersion(), first.cuev(),
                new Holder(holder.fiscalCode(), holder.familyName(), holder.givenName() + " Altra", holder.birthDate()),
                first.doctor(), first.validFrom(), first.validUntil(), first.issuedAt(), first.contact(),
                first.language());
    }

    private void publish(ExemptionNotification notification) {
        publish(notification.cuev().getBytes(UTF_8), write(notification).getBytes(UTF_8), Optional.empty());
    }

    private void publish(byte[] key, byte[] value, Optional<String> poison) {
        script.add(new Published(script.size(), poison, key, value));
    }

    private static String write(ExemptionNotification notification) {
        return JSON.writeValueAsString(notification);
    }
}
