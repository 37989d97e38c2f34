package it.dgc.deploy.local.cli;

import java.nio.file.Path;
import java.util.Optional;

import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.RunningPlatform;
import picocli.CommandLine.Option;

/** Which platform is meant. */
final class DataDirOption {

    @Option(names = "--data-dir", paramLabel = "DIR", defaultValue = ".dgc", description = "Data directory of the platform (default: ${DEFAULT-VALUE}).")
    private Path directory;

    Path directory() {
        return directory;
    }

    /** Addresses that were named win over those of the platform that runs on the directory. */
    Backends backends(BackendOptions named) {
        Path secrets = new DataDirectory(directory).secrets();
        if (named.kafka().isPresent() && named.store().isPresent()) {
            return new Backends(named.kafka().get(), named.store().get(), secrets);
        }
        RunningPlatform running = RunningPlatform.require(directory);
        return new Backends(named.kafka().orElse(running.kafka()), named.store().orElse(running.store()), secrets);
    }

    /** Where a verifier keeps what it synchronised. */
    Path verifier() {
        return new DataDirectory(directory).verifier();
    }

    Optional<RunningPlatform> running() {
        return RunningPlatform.find(directory);
    }
}
