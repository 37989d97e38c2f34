package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import it.dgc.deploy.backends.ChildJvm;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.LoadPlan;
import it.dgc.deploy.local.delivery.LoadReport;
import it.dgc.deploy.local.delivery.LoadRun;

/**
 * The generation service from the notification in Kafka to the document in the store and its event in Kafka. Broker, store and
 * service have a process each, all on this machine; what counts is the service's.
 */
final class ServiceLoad implements Comparison {

    private static final String WORK = "notification in Kafka to stored certificate and event sent";
    private static final double OF_PEER = 7;
    private static final double A_CPU_SECOND = 2800;
    private static final double PERCENTILE = 99;
    private static final double MEDIAN = 50;
    /** Milliseconds. */
    private static final double LATENCY = 250;
    /** Notifications a second. */
    private static final double STEADY = 200;
    /** A certificate in a grown register beside one in a small one. */
    private static final double GROWN = 1.2;
    /** The compilers take the larger part of the service's time until it has issued some ten thousands. */
    private static final int PART_TO_WARM_UP = 4;
    private static final int PART_OF_GROWTH = 10;
    /** The audit trail is still being written when the last of many certificates is issued. */
    private static final int PART_TO_SETTLE = 50;
    private static final int PART_STEADY = 20;
    private static final double MILLIS = 1e3;
    /** As a store has in production: memory for what is asked for again. */
    private static final List<String> STORE = List.of("-XX:TieredStopAtLevel=4", "-Xmx2g");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Messages to holders leave later: they are another job's, and wait for others. */
    private static final String NO_MESSAGES_YET = "-Ddgc.delivery.look-every=1h";

    private long seed = System.currentTimeMillis();

    @Override
    public List<Finding> measure(Size size) throws IOException, InterruptedException {
        EuIssuance.Rate peer = EuIssuance.rate(size);
        try (Parts parts = new Parts()) {
            String kafka = parts.address("kafka");
            ChildJvm store = parts.start("store", STORE);
            Backends backends = new Backends(kafka, "mongodb://" + Parts.address(store), parts.data().secrets());
            ChildJvm service = service(parts, backends);
            load(backends, size.certificates() / PART_TO_WARM_UP, 0);
            ProcessCosts ofService = ProcessCosts.from(service);
            ProcessCosts ofStore = ProcessCosts.from(store);
            LoadReport atOnce = load(backends, size.certificates(), 0);
            int issued = atOnce.latencies().length;
            double perCpuSecond = MILLIS / ofService.millisEach(issued);
            String how = String.format(Locale.ROOT, "%,d at once, heap of 256 MiB; %,.0f a second of wall time with"
                    + " broker and store on the same cores, of which the store takes %,.2f ms a certificate",
                    atOnce.sent(), atOnce.throughput(), ofStore.millisEach(issued));
            Finding growth = growth(backends, size, service, store);
            load(backends, size.certificates() / PART_TO_SETTLE, STEADY);
            List<Finding> findings = new ArrayList<>(
                    findings(perCpuSecond, peer, how, load(backends, size.certificates() / PART_STEADY, STEADY)));
            findings.add(growth);
            return findings;
        }
    }

    /** The same certificates in a full register and in one of a tenth: whatever is done later is done by a service that is warmer. */
    private Finding growth(Backends backends, Size size, ChildJvm service, ChildJvm store) {
        int slice = size.certificates() / PART_OF_GROWTH;
        double full = cost(backends, slice, service, store);
        long before = FullRegister.empty(backends.store());
        load(backends, slice, 0);
        double small = cost(backends, slice, service, store);
        return Finding.ratioAtMost(GROWN, "a certificate in a register of " + String.format(Locale.ROOT, "%,d", before),
                String.format(Locale.ROOT, "in one of %,d", 2 * slice), full, small, "CPU ms of service and store",
                String.format(Locale.ROOT, "%,d each; the audit trail is as long in both", slice));
    }

    private double cost(Backends backends, int count, ChildJvm service, ChildJvm store) {
        ProcessCosts costs = ProcessCosts.from(service, store);
        load(backends, count, 0);
        return costs.millisEach(count);
    }

    private static ChildJvm service(Parts parts, Backends backends) {
        String mail = parts.address("mail", "--outbox-port", "0");
        List<String> options = new ArrayList<>(Parts.AS_IN_PRODUCTION);
        options.add(NO_MESSAGES_YET);
        return parts.start("generation", options, "--kafka", backends.kafka(), "--store", backends.store(),
                "--mail-port", mail.substring(mail.indexOf(':') + 1));
    }

    private static List<Finding> findings(double perCpuSecond, EuIssuance.Rate peer, String how, LoadReport steady) {
        return List.of(
                Finding.ownAtLeast(A_CPU_SECOND, WORK, "-", perCpuSecond, Double.NaN, "a CPU second", how),
                Finding.atLeast(OF_PEER, WORK, peer.beside(), perCpuSecond, peer.perCpuSecond(), "a CPU second", how),
                Finding.atMost(LATENCY, "from publishing to event at 200 a second, p99", "-",
                        steady.percentile(PERCENTILE), Double.NaN, "ms",
                        String.format(Locale.ROOT, "median %d ms, of %,d", steady.percentile(MEDIAN), steady.sent())));
    }

    private LoadReport load(Backends backends, int count, double perSecond) {
        try (LoadRun run = new LoadRun(backends, new LoadPlan(count, perSecond, seed++, PATIENCE))) {
            LoadReport report = run.run(issued -> {});
            if (!report.isComplete()) {
                throw new IllegalStateException("Of " + count + " notifications not all became certificates");
            }
            return report;
        }
    }
}
