package it.dgc.deploy.local.cli;

import java.util.Optional;

import picocli.CommandLine.Option;

/** Where broker and store are, for parts that run apart from each other. */
final class BackendOptions {

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Brokers, where they are not those of --data-dir.")
    private String kafka;

    @Option(names = "--store", paramLabel = "URI", description = "MongoDB, without a database, where it is not that of --data-dir.")
    private String store;

    Optional<String> kafka() {
        return Optional.ofNullable(kafka);
    }

    Optional<String> store() {
        return Optional.ofNullable(store);
    }
}
