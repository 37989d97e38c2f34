package it.dgc.deploy.local.cli;

import java.util.Map;

import it.dgc.deploy.local.platform.PartName;
import it.dgc.deploy.local.platform.Ports;
import picocli.CommandLine.Option;

/** Ports of all parts, each on 127.0.0.1. */
final class PortOptions {

    private static final Map<PartName, Integer> USUAL_INSTITUTIONAL = Map.of(PartName.GENERATION, 8444,
            PartName.REVOCATION, 8443, PartName.RULES, 8445, PartName.SISTEMA_TS, 8446);
    private static final int USUAL_CONTROL = 8091;
    private static final int USUAL_PORTAL = 8084;

    @Option(names = "--http-port", paramLabel = "PORT", defaultValue = "8080", description = "The one port in front (default: ${DEFAULT-VALUE}; 0 for any free one, here and below).")
    private int http;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = "Kafka (default: ${DEFAULT-VALUE}).")
    private int kafka;

    @Option(names = "--store-port", paramLabel = "PORT", defaultValue = "27017", description = "The store (default: ${DEFAULT-VALUE}).")
    private int store;

    @Option(names = "--generation-port", paramLabel = "PORT", defaultValue = "8081", description = "The generation service (default: ${DEFAULT-VALUE}).")
    private int generation;

    @Option(names = "--rules-port", paramLabel = "PORT", defaultValue = "8083", description = "The rules service (default: ${DEFAULT-VALUE}).")
    private int rules;

    @Option(names = "--revocation-port", paramLabel = "PORT", defaultValue = "8082", description = "The revocation service (default: ${DEFAULT-VALUE}).")
    private int revocation;

    @Option(names = "--portal-port", paramLabel = "PORT", description = "The portal behind the edge (default: 8084; any free one where --http-port is 0).")
    private Integer portal;

    @Option(names = "--sistema-ts-port", paramLabel = "PORT", defaultValue = "8090", description = "The mock of Sistema TS, which is the SMS gateway too (default: ${DEFAULT-VALUE}).")
    private int sistemaTs;

    @Option(names = "--mail-port", paramLabel = "PORT", defaultValue = "8025", description = "The mail server (default: ${DEFAULT-VALUE}).")
    private int mail;

    @Option(names = "--outbox-port", paramLabel = "PORT", defaultValue = "8026", description = "The page that shows what the mail server accepted (default: ${DEFAULT-VALUE}).")
    private int outbox;

    @Option(names = "--generation-institutional-port", paramLabel = "PORT", description = "The generation service, with mutual TLS (default: 8444; any free one where --generation-port is 0).")
    private Integer generationInstitutional;

    @Option(names = "--revocation-institutional-port", paramLabel = "PORT", description = "The revocation service, with mutual TLS (default: 8443; any free one where --revocation-port is 0).")
    private Integer revocationInstitutional;

    @Option(names = "--rules-institutional-port", paramLabel = "PORT", description = "The rules service, with mutual TLS (default: 8445; any free one where --rules-port is 0).")
    private Integer rulesInstitutional;

    @Option(names = "--health-cards-port", paramLabel = "PORT", description = "The mock of Sistema TS, where it answers for health cards, with mutual TLS (default: 8446; any free one where --sistema-ts-port is 0).")
    private Integer healthCards;

    @Option(names = "--health-cards-control-port", paramLabel = "PORT", description = "The knobs of its register of health cards (default: 8091; any free one where --sistema-ts-port is 0).")
    private Integer healthCardsControl;

    Ports ports() {
        return new Ports(http, kafka, store, generation, rules, revocation, chosen(portal, http, USUAL_PORTAL),
                sistemaTs, mail, outbox,
                new Ports.Institutional(second(generationInstitutional, generation, PartName.GENERATION),
                        second(revocationInstitutional, revocation, PartName.REVOCATION),
                        second(rulesInstitutional, rules, PartName.RULES)),
                healthCards(healthCards, healthCardsControl, sistemaTs));
    }

    static int second(Integer named, int plain, PartName part) {
        return chosen(named, plain, USUAL_INSTITUTIONAL.get(part));
    }

    static Ports.HealthCards healthCards(Integer questions, Integer control, int plain) {
        return new Ports.HealthCards(second(questions, plain, PartName.SISTEMA_TS),
                chosen(control, plain, USUAL_CONTROL));
    }

    /** Whoever lets a part's first port be chosen does not care about those behind it. */
    private static int chosen(Integer named, int first, int usual) {
        return named != null ? named : first == 0 ? 0 : usual;
    }
}
