package it.dgc.deploy.local.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.ProgressBar;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.local.platform.Addresses;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Part;
import it.dgc.deploy.local.platform.PartLock;
import it.dgc.deploy.local.platform.PartName;
import it.dgc.deploy.local.platform.Parts;
import it.dgc.deploy.local.platform.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one part alone in this process, for faults and rehearsals. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs one part alone until SIGTERM: kafka, store, generation, revocation, rules, portal, edge, mail, sistema-ts; prints READY and its address.")
final class RunCommand implements Callable<Integer> {

    private static final Map<PartName, Integer> USUAL_PORTS = Map.of(PartName.KAFKA, 9092, PartName.STORE, 27017,
            PartName.GENERATION, 8081, PartName.REVOCATION, 8082, PartName.RULES, 8083, PartName.EDGE, 8080,
            PartName.SISTEMA_TS, 8090, PartName.MAIL, 8025, PartName.PORTAL, 8084);
    private static final double USUAL_RATE = 1;
    private static final int USUAL_COUNT = 1_000_000;

    /** In a rehearsal of faults a part may have to wait for another one; the edge is there to say so meanwhile. */
    private static final Duration WITHOUT_END = Duration.ofDays(365);

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private LogOption logs;

    @Parameters(paramLabel = "PART", converter = PartNameConverter.class, description = "kafka, store, generation, revocation, rules, portal, edge, mail or sistema-ts.")
    private PartName part;

    @Option(names = "--port", description = "Port of the part on 127.0.0.1 (default: kafka 9092, store 27017, generation 8081, revocation 8082, rules 8083, portal 8084, edge 8080, sistema-ts 8090, mail 8025; 0 for any free one).")
    private Integer port;

    @Option(names = "--institutional-port", paramLabel = "PORT", description = "Port of the part with mutual TLS on 127.0.0.1 (default: generation 8444, revocation 8443, rules 8445; any free one where --port is 0).")
    private Integer institutionalPort;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:9092", description = "Brokers (default: ${DEFAULT-VALUE}).")
    private String kafka;

    @Option(names = "--store", paramLabel = "URI", defaultValue = "mongodb://127.0.0.1:27017", description = "MongoDB, without a database (default: ${DEFAULT-VALUE}).")
    private String store;

    @Option(names = "--rules", paramLabel = "URL", defaultValue = "http://127.0.0.1:8083", description = "The rules service, for the edge (default: ${DEFAULT-VALUE}).")
    private URI rules;

    @Option(names = "--revocation", paramLabel = "URL", defaultValue = "http://127.0.0.1:8082", description = "The revocation service, for the edge (default: ${DEFAULT-VALUE}).")
    private URI revocation;

    @Option(names = "--sistema-ts", paramLabel = "URL", defaultValue = "http://127.0.0.1:8090", description = "The SMS gateway, for generation (default: ${DEFAULT-VALUE}).")
    private URI sistemaTs;

    @Option(names = "--mail-port", paramLabel = "PORT", defaultValue = "8025", description = "The mail server, for generation (default: ${DEFAULT-VALUE}).")
    private int mail;

    @Option(names = "--portal", paramLabel = "URL", defaultValue = "http://localhost:8080", description = "Where holders use their code, for generation (default: ${DEFAULT-VALUE}).")
    private URI portal;

    @Option(names = "--pages", paramLabel = "URL", defaultValue = "http://127.0.0.1:8084", description = "The portal, for the edge (default: ${DEFAULT-VALUE}).")
    private URI pages;

    @Option(names = "--certificates", paramLabel = "URL", defaultValue = "https://127.0.0.1:8444", description = "The generation service with mutual TLS, for the portal (default: ${DEFAULT-VALUE}).")
    private URI certificates;

    @Option(names = "--health-cards", paramLabel = "URL", defaultValue = "https://127.0.0.1:8446", description = "Sistema TS, where it answers for health cards, for the portal (default: ${DEFAULT-VALUE}).")
    private URI healthCards;

    @Option(names = "--health-cards-port", paramLabel = "PORT", description = "sistema-ts: where it answers for health cards, with mutual TLS (default: 8446; any free one where --port is 0).")
    private Integer healthCardsPort;

    @Option(names = "--health-cards-control-port", paramLabel = "PORT", description = "sistema-ts: the knobs of its register of health cards (default: 8091; any free one where --port is 0).")
    private Integer healthCardsControlPort;

    @Option(names = "--outbox-port", paramLabel = "PORT", defaultValue = "8026", description = "mail: the page that shows what was accepted (default: ${DEFAULT-VALUE}; 0 for any free one).")
    private int outboxPort;

    @Option(names = "--rate", paramLabel = "R", description = "sistema-ts: only sends, so many notifications a second (default where --count is given: 1).")
    private Double rate;

    @Option(names = "--count", paramLabel = "N", description = "sistema-ts: only sends, and ends after so many (default where --rate is given: 1000000).")
    private Integer count;

    @Option(names = "--random-seed", paramLabel = "S", description = "sistema-ts: the same number gives the same persons and exemptions.")
    private Long seed;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return part == PartName.SISTEMA_TS && (rate != null || count != null) ? notifications() : untilStopped();
    }

    private int notifications() {
        int all = count == null ? USUAL_COUNT : count;
        ProgressBar bar = new ProgressBar(terminal, "notifications sent", all);
        SistemaTs.sendSynthetic(kafka, all, seed == null ? System.currentTimeMillis() : seed,
                rate == null ? USUAL_RATE : rate, bar::show);
        bar.end();
        return 0;
    }

    private int untilStopped() {
        DataDirectory data = DataDirectory.prepare(dataDir.directory());
        PartLock lock = PartLock.take(data, List.of(part));
        int settled = Ports.settled(wanted(), "--port");
        logs.applyTo(data);
        Part started = start(new Parts(data), settled);
        Stopping.then(() -> {
            started.close();
            lock.close();
        });
        if (part != PartName.EDGE) {
            started.awaitReady(WITHOUT_END);
        }
        terminal.print("READY " + part + " 127.0.0.1:" + settled);
        Stopping.await();
        return 0;
    }

    private int wanted() {
        return port == null ? USUAL_PORTS.get(part) : port;
    }

    private int institutional() {
        return Ports.settled(PortOptions.second(institutionalPort, wanted(), part), "--institutional-port");
    }

    private Part start(Parts parts, int settled) {
        Addresses addresses = new Addresses(kafka, store, rules, revocation, sistemaTs, mail, portal, pages,
                certificates, healthCards);
        return switch (part) {
            case KAFKA -> parts.kafka(settled);
            case STORE -> parts.store(settled);
            case GENERATION -> parts.generation(settled, institutional(), addresses);
            case RULES -> parts.rules(settled, institutional(), addresses);
            case REVOCATION -> parts.revocation(settled, institutional(), addresses);
            case EDGE -> parts.edge(settled, addresses);
            case SISTEMA_TS -> parts.sistemaTs(settled,
                    PortOptions.healthCards(healthCardsPort, healthCardsControlPort, wanted()).settled());
            case MAIL -> parts.mail(settled, Ports.settled(outboxPort, "--outbox-port"));
            case PORTAL -> parts.portal(settled, addresses);
        };
    }
}
