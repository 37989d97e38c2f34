package it.dgc.deploy.local.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import it.dgc.deploy.local.console.ExplainedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts in this process. Safe to be closed by another thread at any moment, also while it starts. */
public final class Platform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final List<PartName> PARTS = List.of(PartName.KAFKA, PartName.STORE, PartName.GENERATION,
            PartName.RULES, PartName.REVOCATION, PartName.PORTAL, PartName.SISTEMA_TS, PartName.MAIL, PartName.EDGE);
    /** A busy machine of two cores needs up to 40 s for a service. */
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** Parts load classes as they start: a virtual thread does that without leaving its carrier, and a few of them can wait for each other for ever. */
    private static final Executor STARTER = start -> Thread.ofPlatform().name("part-start").start(start);

    private final DataDirectory data;
    private final Ports ports;
    private final Addresses addresses;
    private final Deque<Stop> running = new ArrayDeque<>();
    private final List<Part> started = new CopyOnWriteArrayList<>();
    private boolean closed;

    private Platform(DataDirectory data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.addresses = Addresses.local(ports);
    }

    /**
     * Takes directory and ports; nothing runs yet.
     *
     * @param data the directory
     * @param ports the ports; 0 for any
     * @return the platform, to be started
     * @throws ExplainedException if directory or a port is in use
     */
    public static Platform on(DataDirectory data, Ports ports) {
        PartLock lock = PartLock.take(data, PARTS);
        try {
            Platform platform = new Platform(data, ports.settled());
            platform.running.push(lock::close);
            return platform;
        } catch (ExplainedException refused) {
            lock.close();
            throw refused;
        }
    }

    /**
     * Starts all parts and returns when each answers.
     *
     * @param progress is told what goes on
     * @throws ExplainedException if a part does not start
     */
    public void start(Consumer<String> progress) {
        Parts parts = new Parts(data);
        progress.accept("Starting Kafka, the store, the mock of Sistema TS and the mail server");
        together(List.of(() -> parts.kafka(ports.kafka()), () -> parts.store(ports.store()),
                () -> parts.sistemaTs(ports.sistemaTs(), ports.healthCards()),
                () -> parts.mail(ports.mail(), ports.outbox())));
        progress.accept("Starting the generation, rules and revocation services and the portal");
        Ports.Institutional second = ports.institutional();
        together(List.of(() -> parts.generation(ports.generation(), second.generation(), addresses),
                () -> parts.rules(ports.rules(), second.rules(), addresses),
                () -> parts.revocation(ports.revocation(), second.revocation(), addresses),
                () -> parts.portal(ports.portal(), addresses)));
        progress.accept("Starting the edge; waiting until every part is ready");
        together(List.of(() -> parts.edge(ports.http(), addresses)));
        started.forEach(part -> part.awaitReady(LONGEST_START));
        RunningPlatform.of(ports, addresses).describeIn(data);
    }

    /** @return how another program finds the parts */
    public RunningPlatform description() {
        return RunningPlatform.of(ports, addresses);
    }

    /** Stops what runs, the last started part first. */
    @Override
    public void close() {
        RunningPlatform.forget(data);
        for (Stop part = next(); part != null; part = next()) {
            part.close();
        }
    }

    private synchronized Stop next() {
        closed = true;
        return running.poll();
    }

    private void together(List<Supplier<Part>> starts) {
        List<CompletableFuture<Void>> starting = starts.stream()
                .map(start -> CompletableFuture.runAsync(() -> keep(start.get()), STARTER)).toList();
        try {
            CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            LOG.error("A part did not start", failed.getCause());
            throw new ExplainedException("A part of the platform could not start; details are in " + data.log() + ".",
                    failed);
        }
    }

    private void keep(Part part) {
        if (!kept(part)) {
            part.close();
        }
    }

    private synchronized boolean kept(Part part) {
        if (!closed) {
            running.push(part::close);
            started.add(part);
        }
        return !closed;
    }

    /** Ends a part or lifts its lock. */
    @FunctionalInterface
    private interface Stop {
        void close();
    }
}
