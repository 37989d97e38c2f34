package it.dgc.deploy.benchmarks;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.deploy.local.cards.CardDesk;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Outgoing;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.Ports;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import it.dgc.deploy.sistemats.cards.HealthCard;

/**
 * Whether the time of a refusal tells what was wrong (reliability P19): the form that recovers the AUTHCODE, on the whole platform,
 * with every kind of failure once a round, in an order drawn anew each time.
 */
final class FailureTimes implements Comparison {

    /** Milliseconds. */
    private static final double FARTHEST = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));
    private static final LocalDate FIRST_DAY = TODAY.minusDays(2);
    private static final LocalDate CARD_EXPIRY = TODAY.plusYears(3);
    private static final String ALL_THE_SAME_ADDRESS = "dgc.limits.address";
    /** Failures of one person in an hour. */
    private static final int LIMIT = 5;

    private enum Kind {
        NO_CERTIFICATE, WRONG_CARD, WRONG_DAY, WRONG_CARD_AND_DAY, OVER_THE_LIMIT
    }

    private final Random random = new Random(19);
    private final SyntheticRegister register = new SyntheticRegister(System.currentTimeMillis());

    /** What somebody types. */
    private record Typed(String person, String last8, LocalDate day) {

        @Override
        public String toString() {
            return "Typed[masked]";
        }
    }

    @Override
    public List<Finding> measure(Size size) throws Exception {
        System.setProperty(ALL_THE_SAME_ADDRESS, "1000");
        DataDirectory data = DataDirectory.prepare(Files.createTempDirectory("dgc-bench"));
        try (Platform platform = Platform.on(data, Ports.ANY)) {
            platform.start(step -> {});
            RunningPlatform running = platform.description();
            try (PortalClient client = new PortalClient(running.server())) {
                return List.of(finding(PairedTimes.compare(times(client, running, data, size.pairs()))));
            }
        } finally {
            System.clearProperty(ALL_THE_SAME_ADDRESS);
        }
    }

    private Map<String, List<Double>> times(PortalClient client, RunningPlatform running, DataDirectory data,
            int rounds) throws Exception {
        CardDesk desk = new CardDesk(running.ports().healthCards().control());
        List<Typed> holders = holders(new Backends(running.kafka(), running.store(), data.secrets()), desk, rounds);
        Typed limited = persons(desk, 1, number -> register.next(Instant.now(), validity())).getFirst();
        for (int failure = 0; failure < LIMIT; failure++) {
            client.refusalTakes(limited.person(), limited.last8(), limited.day().minusDays(failure));
        }
        Map<String, List<Double>> times = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            Map<Kind, Typed> typed = typed(holders.get(round), limited, desk);
            List<Kind> order = new ArrayList<>(List.of(Kind.values()));
            Collections.shuffle(order, random);
            for (Kind kind : order) {
                Typed one = typed.get(kind);
                times.computeIfAbsent(kind.name(), name -> new ArrayList<>())
                        .add(client.refusalTakes(one.person(), one.last8(), one.day()));
            }
        }
        return times;
    }

    private Map<Kind, Typed> typed(Typed right, Typed limited, CardDesk desk) {
        Map<Kind, Typed> typed = new EnumMap<>(Kind.class);
        typed.put(Kind.NO_CERTIFICATE,
                persons(desk, 1, number -> register.next(Instant.now(), validity())).getFirst());
        typed.put(Kind.WRONG_CARD, new Typed(right.person(), tail(), right.day()));
        typed.put(Kind.WRONG_DAY, new Typed(right.person(), right.last8(), right.day().minusDays(1)));
        typed.put(Kind.WRONG_CARD_AND_DAY, new Typed(right.person(), tail(), right.day().minusDays(2)));
        typed.put(Kind.OVER_THE_LIMIT, new Typed(limited.person(), tail(), limited.day()));
        return typed;
    }

    private List<Typed> holders(Backends backends, CardDesk desk, int count) {
        List<ExemptionNotification> notified = Stream.generate(() -> register.next(Instant.now(), validity()))
                .limit(count).toList();
        SistemaTs.sendAndWait(backends, notified.stream().map(Outgoing::of).toList(), PATIENCE);
        return persons(desk, count, number -> notified.get((int) number));
    }

    private List<Typed> persons(CardDesk desk, int count, LongFunction<ExemptionNotification> who) {
        return LongStream.range(0, count).mapToObj(number -> {
            CodiceFiscale person = CodiceFiscale.parse(who.apply(number).holder().fiscalCode()).orElseThrow();
            HealthCard card = new HealthCard("803800000000" + tail(), CARD_EXPIRY);
            desk.give(person, card);
            return new Typed(person.value(), card.last8(), FIRST_DAY);
        }).toList();
    }

    private static Validity validity() {
        return Validity.between(FIRST_DAY, TODAY.plusDays(60));
    }

    private String tail() {
        return String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    }

    private static Finding finding(List<PairedTimes.Pair> pairs) {
        PairedTimes.Pair worst = pairs.getFirst();
        double p = pairs.stream().mapToDouble(PairedTimes.Pair::p).min().orElseThrow();
        return Finding.atMost(FARTHEST, "failures of the AUTHCODE form: farthest medians of two kinds, of "
                + pairs.size() + " pairs", "each other", worst.distance(), Double.NaN, "ms",
                String.format(Locale.ROOT, "%s and %s; smallest p of Wilcoxon, corrected by Holm: %.3f",
                        worst.one(), worst.other(), p));
    }
}
