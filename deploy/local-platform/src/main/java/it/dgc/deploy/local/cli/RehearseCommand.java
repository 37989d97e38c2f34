package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.Ports;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/** One start of the platform, for the virtual machine to write down what later starts need (ADR 0026). */
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true, description = "Starts a platform of its own, on free ports and in a directory that is gone afterwards, and stops it as soon as all parts answer.")
final class RehearseCommand implements Callable<Integer> {

    private final Terminal terminal;

    RehearseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("dgc-rehearsal-");
        Stopping.then(() -> FileSystemUtils.deleteRecursively(directory.toFile()));
        DataDirectory data = DataDirectory.prepare(directory);
        Logs.toFile(data.log(), Map.of());
        try (Platform platform = Platform.on(data, Ports.ANY)) {
            platform.start(terminal::say);
            terminal.print("READY " + platform.description().server());
        }
        return 0;
    }
}
