package it.dgc.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.drl.served.ServedList;
import it.dgc.revocation.publication.InMemoryStore;
import it.dgc.revocation.publication.ListUpkeep;
import it.dgc.revocation.publication.RevocationList;
import it.dgc.revocation.publication.ledger.LogRow.Change;
import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.VersionRegister;
import org.springframework.context.support.GenericApplicationContext;

/** The service with a store in memory, a clock of the test's and no broker: for what verifiers see over HTTP. */
public final class ServiceOnFakes implements AutoCloseable {

    public static final Duration PUBLISH_EVERY = Duration.ofSeconds(2);

    private final InMemoryStore store;
    private final VirtualClock clock;
    private final RunningService running;
    private int events;

    private ServiceOnFakes(InMemoryStore store, VirtualClock clock, RunningService running) {
        this.store = store;
        this.clock = clock;
        this.running = running;
    }

    public static ServiceOnFakes start(String... settings) {
        return start(new InMemoryStore(), new VirtualClock(), temporary(), settings);
    }

    public static ServiceOnFakes start(InMemoryStore store, VirtualClock clock, Path directory, String... settings) {
        String[] all = Stream.concat(Stream.of("--spring.kafka.listener.auto-startup=false",
                "--dgc.drl.directory=" + directory, "--dgc.drl.refresh-every=1h", "--dgc.drl.lease-for=2h",
                "--dgc.drl.publish-every=" + PUBLISH_EVERY.toMillis() + "ms", "--dgc.drl.retry-after=90s"),
                Stream.of(settings)).toArray(String[]::new);
        return new ServiceOnFakes(store, clock, RunningService.start(RunningService.application()
                .initializers(context -> withFakes((GenericApplicationContext) context, store, clock)), all));
    }

    private static void withFakes(GenericApplicationContext context, InMemoryStore store, Clock clock) {
        context.registerBean("fakeLog", RevocationLog.class, store::log, bean -> bean.setPrimary(true));
        context.registerBean("fakeRegister", VersionRegister.class, store::register, bean -> bean.setPrimary(true));
        context.registerBean("virtualClock", Clock.class, () -> clock);
    }

    public RunningService http() {
        return running;
    }

    public InMemoryStore store() {
        return store;
    }

    public VirtualClock clock() {
        return clock;
    }

    public ListVersion served() {
        return running.bean(ServedList.class).version().orElseThrow();
    }

    public long version() {
        return served().mark().version();
    }

    public void revoke(List<RevokedHash> hashes) {
        hashes.forEach(hash -> running.bean(RevocationList.class).apply("event-" + events++, Change.ADDED, hash));
    }

    public void restore(List<RevokedHash> hashes) {
        hashes.forEach(hash -> running.bean(RevocationList.class).apply("event-" + events++, Change.REMOVED, hash));
    }

    /** Time for a version passes. */
    public void publish() {
        clock.pass(PUBLISH_EVERY);
        round();
    }

    public void round() {
        running.bean(ListUpkeep.class).round();
    }

    @Override
    public void close() {
        running.close();
    }

    public static Path temporary() {
        try {
            return Files.createTempDirectory("dgc-drl-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
