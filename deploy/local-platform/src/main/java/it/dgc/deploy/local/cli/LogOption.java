package it.dgc.deploy.local.cli;

import java.util.Map;
import java.util.stream.Collectors;

import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.platform.DataDirectory;
import picocli.CommandLine.Option;

/** How much goes into the log file. */
final class LogOption {

    @Option(names = "--log-level", paramLabel = "NAME=LEVEL", description = "Level of a service (generation, rules) or of any logger, for example generation=DEBUG.")
    private Map<String, String> levels = Map.of();

    void applyTo(DataDirectory data) {
        Logs.toFile(data.log(), levels.entrySet().stream()
                .collect(Collectors.toMap(level -> logger(level.getKey()), Map.Entry::getValue)));
    }

    private static String logger(String name) {
        return name.contains(".") ? name : "it.dgc." + name;
    }
}
