package it.dgc.deploy.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import it.dgc.deploy.faults.FaultPlan.Step;
import it.dgc.deploy.faults.network.TcpProxy;
import it.dgc.deploy.faults.sistemats.Desk;
import it.dgc.deploy.faults.sistemats.Publication;
import it.dgc.deploy.oracle.Evidence;
import it.dgc.deploy.oracle.EvidenceRoom;
import it.dgc.deploy.oracle.Oracle;
import it.dgc.deploy.oracle.TraceOracle;
import it.dgc.deploy.oracle.Trouble;
import it.dgc.deploy.oracle.Verdict;

/** Publishes, breaks things by plan, waits until all is quiet, and asks the oracle. */
final class ChaosRun {

    /** Published beyond what the next fault waits for, so that it meets services at work. */
    private static final int BACKLOG = 150;
    /** What a fault may still cause after it is over: the broker notices a dead member after its session, and deals anew. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);
    private static final Duration SLOW = Duration.ofMillis(40);
    /** Work may stand still while a part starts on a busy machine, and events wait for the end of a lease (60 s). */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final FaultPlan plan;
    private final Publication.Made publication;
    private final Desk desk;
    private final RunningParts parts;
    private final Watch watch;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Instant start;

    private int allowed;

    private ChaosRun(Instant start, FaultPlan plan, Publication.Made publication, Desk desk, RunningParts parts,
            Watch watch) {
        this.start = start;
        this.plan = plan;
        this.publication = publication;
        this.desk = desk;
        this.parts = parts;
        this.watch = watch;
    }

    /**
     * @param data where the parts keep their state
     * @param logs where they log
     */
    static ChaosReport run(long seed, ChaosSize size, Path data, Path logs)
            throws IOException, GeneralSecurityException, ExecutionException, InterruptedException {
        Instant start = Instant.now();
        Publication.Made publication = Publication.make(seed, size.notifications(), start);
        FaultPlan plan = FaultPlan.of(seed, size, publication.certificates().size());
        Desk desk = new Desk(data.resolve("desk"));
        desk.lay(publication.script());
        try (RunningParts parts = new RunningParts(data, logs, desk)) {
            parts.start();
            try (Watch watch = new Watch(parts.kafka(), RunningParts.ONE_A_CONSUMER)) {
                watch.createTopics();
                parts.startSistemaTs();
                return new ChaosRun(start, plan, publication, desk, parts, watch).run();
            }
        }
    }

    private ChaosReport run() throws IOException, GeneralSecurityException {
        for (int nth = 0; nth < plan.steps().size(); nth++) {
            Step step = plan.steps().get(nth);
            allowFor(step);
            awaitCertificates(step.certificates());
            if (nth + 1 < plan.steps().size()) {
                allowFor(plan.steps().get(nth + 1));
            }
            Patience.pass(step.hesitation());
            suffer(step);
        }
        allow(publication.script().size());
        parts.awaitServices();
        try (EvidenceRoom evidence = new EvidenceRoom(parts.kafka(), parts.mongo(), parts.secrets())) {
            awaitQuiet(evidence);
            Evidence collected = evidence.collect(desk.read(), troubles);
            return new ChaosReport(plan, publication.script().size(), Oracle.judge(collected),
                    TraceOracle.judge(collected, evidence.traces(parts.outbox())),
                    Duration.between(start, Instant.now()));
        }
    }

    private void allowFor(Step step) {
        allow(publication.needed(step.certificates(), BACKLOG));
    }

    private void allow(int limit) {
        allowed = Math.max(allowed, limit);
        desk.allow(allowed);
    }

    private void awaitCertificates(int wanted) {
        Patience.await(PATIENCE, () -> watch.certificates() >= wanted,
                () -> watch.certificates() + " of " + wanted + " certificates; seed " + plan.seed());
    }

    private void awaitQuiet(EvidenceRoom evidence) {
        Patience.await(PATIENCE, () -> desk.read().acknowledged().size() == publication.script().size(),
                () -> desk.read().acknowledged().size() + " acknowledged; seed " + plan.seed());
        Patience.await(PATIENCE, () -> evidence.lag() == 0 && evidence.openOutboxes() == 0,
                () -> "lag " + evidence.lag() + ", outboxes " + evidence.openOutboxes() + "; seed " + plan.seed());
        Patience.await(PATIENCE, () -> evidence.waitingMessages() == 0 && evidence.unchained() == 0,
                () -> evidence.waitingMessages() + " messages to holders, " + evidence.unchained()
                        + " audit events; seed " + plan.seed());
    }

    private void suffer(Step step) {
        Instant from = Instant.now();
        say(step);
        switch (step.fault()) {
            case KILL_SERVICE -> parts.killService(step.service());
            case KILL_BROKER -> {
                parts.killBroker();
                parts.startBroker();
            }
            case KILL_STORE -> {
                parts.killStore();
                parts.startStore();
            }
            case KILL_SISTEMA_TS -> {
                parts.killSistemaTs();
                parts.startSistemaTs();
            }
            case PAUSE_SERVICE -> pause(step.service());
            case SLOW_STORE, CUT_STORE, HALF_OPEN_STORE, RESET_STORE -> disturb(parts.storeProxy(), step);
            case SLOW_BROKER, CUT_BROKER, HALF_OPEN_BROKER, RESET_BROKER -> disturb(parts.brokerProxy(), step);
        }
        troubles.add(new Trouble(from, Instant.now().plus(AFTERMATH)));
    }

    /** Long enough for the broker to give its work away, and for the other service to have done some of it. */
    private void pause(int service) {
        parts.awaitServices();
        Patience.await(PATIENCE, () -> watch.isMember(RunningParts.client(service)), () -> "the service is no member");
        parts.pauseService(service);
        Patience.await(PATIENCE, () -> !watch.isMember(RunningParts.client(service)),
                () -> "the paused service is still a member; seed " + plan.seed());
        allow(Math.min(publication.script().size(), allowed + BACKLOG));
        awaitCertificates((int) watch.certificates() + 1);
        parts.resumeService(service);
    }

    private static void disturb(TcpProxy proxy, Step step) {
        switch (step.fault()) {
            case SLOW_STORE, SLOW_BROKER -> proxy.delay(SLOW, SLOW);
            case CUT_STORE, CUT_BROKER -> proxy.cut();
            case HALF_OPEN_STORE, HALF_OPEN_BROKER -> proxy.halfOpen();
            case RESET_STORE, RESET_BROKER -> proxy.resetAfter(step.bytes());
            default -> throw new IllegalArgumentException(step.fault() + " is no fault of the network");
        }
        Patience.pass(step.lasting());
        proxy.restore();
    }

    private void say(Step step) {
        System.out.printf("%5.1f s %6d certificates: %s%s%n", Duration.between(start, Instant.now()).toMillis() / 1e3,
                watch.certificates(), step.fault(),
                step.fault().name().endsWith("SERVICE") ? " " + step.service() : "");
    }
}
