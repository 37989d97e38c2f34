package it.dgc.deploy.faults.sistemats;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import it.dgc.deploy.oracle.Ledger;
import it.dgc.deploy.oracle.Published;
import it.dgc.deploy.sistemats.NotificationProducer;
import org.apache.kafka.clients.producer.RecordMetadata;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Sistema TS in a process of its own, which may die at any moment: before it hands a notification over, and after the broker has
 * acknowledged it, that stands in the ledger, on disk. Started again it publishes what is not acknowledged.
 */
public final class SistemaTsMain {

    private static final int AT_ONCE = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Desk desk;
    private final NotificationProducer producer;
    private final FileChannel ledger;

    private SistemaTsMain(Desk desk, NotificationProducer producer, FileChannel ledger) {
        this.desk = desk;
        this.producer = producer;
        this.ledger = ledger;
    }

    /** Takes the broker's address and the directory of the desk; ends when all is acknowledged. */
    public static void main(String... arguments) throws IOException {
        Desk desk = new Desk(Path.of(arguments[1]));
        try (NotificationProducer producer = new NotificationProducer(arguments[0]);
                FileChannel ledger = FileChannel.open(desk.entries(), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            System.out.println("READY " + arguments[0]);
            System.out.flush();
            new SistemaTsMain(desk, producer, ledger).publish(desk.read());
        }
    }

    private void publish(Ledger before) throws IOException {
        // A line that a kill cut off must not swallow the next one.
        note(List.of(""));
        Map<Integer, Published> open = new LinkedHashMap<>();
        before.script().stream().filter(one -> !before.acknowledged().containsKey(one.number()))
                .forEach(one -> open.put(one.number(), one));
        while (!open.isEmpty()) {
            List<Published> next = next(open, desk.limit());
            if (next.isEmpty()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            } else {
                publish(next).forEach(open::remove);
            }
        }
    }

    private static List<Published> next(Map<Integer, Published> open, int limit) {
        List<Published> next = new ArrayList<>();
        Iterator<Published> all = open.values().iterator();
        while (next.size() < AT_ONCE && all.hasNext()) {
            Published one = all.next();
            if (one.number() < limit) {
                next.add(one);
            }
        }
        return next;
    }

    /** @return numbers of those that the broker has acknowledged; the others are tried again */
    private List<Integer> publish(List<Published> next) throws IOException {
        note(next.stream().map(one -> Ledger.handed(one.number())).toList());
        Map<Integer, CompletableFuture<RecordMetadata>> sent = new LinkedHashMap<>();
        next.forEach(one -> sent.put(one.number(), producer.sendRaw(new String(one.key(), UTF_8), one.value())));
        List<String> lines = new ArrayList<>();
        List<Integer> done = new ArrayList<>();
        sent.forEach((number, acknowledgement) -> {
            try {
                RecordMetadata place = acknowledgement.join();
                lines.add(Ledger.acked(number, place.partition(), place.offset()));
                done.add(number);
            } catch (CompletionException refused) {
                System.err.println("Not acknowledged: " + number + ", " + refused.getCause());
            }
        });
        note(lines);
        return done;
    }

    private void note(List<String> lines) throws IOException {
        ledger.write(UTF_8.encode(String.join("\n", lines) + "\n"));
        ledger.force(false);
    }
}
