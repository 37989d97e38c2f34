package it.dgc.deploy.local.cli;

import it.dgc.deploy.local.platform.Ports;
import picocli.CommandLine.Option;

/** Ports of all parts, each on 127.0.0.1. */
final class PortOptions {

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

    @Option(names = "--sistema-ts-port", paramLabel = "PORT", defaultValue = "8090", description = "The mock of Sistema TS, which is the SMS gateway too (default: ${DEFAULT-VALUE}).")
    private int sistemaTs;

    @Option(names = "--mail-port", paramLabel = "PORT", defaultValue = "8025", description = "The mail server (default: ${DEFAULT-VALUE}).")
    private int mail;

    @Option(names = "--outbox-port", paramLabel = "PORT", defaultValue = "8026", description = "The page that shows what the mail server accepted (default: ${DEFAULT-VALUE}).")
    private int outbox;

    Ports ports() {
        return new Ports(http, kafka, store, generation, rules, revocation, sistemaTs, mail, outbox);
    }
}
