package it.dgc.deploy.local.cli;

import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.ProgressBar;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole platform until SIGTERM. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Runs the platform until SIGTERM; prints READY and its address as soon as all parts answer. State survives in the data directory.")
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private PortOptions ports;

    @Mixin
    private LogOption logs;

    @Option(names = "--seed", paramLabel = "N", description = "Sends so many synthetic notifications once all is ready.")
    private int seed;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DataDirectory data = DataDirectory.prepare(dataDir.directory());
        Platform platform = Platform.on(data, ports.ports());
        logs.applyTo(data);
        Stopping.then(platform::close);
        platform.start(terminal::say);
        RunningPlatform running = platform.description();
        terminal.print("READY " + running.server());
        if (seed > 0) {
            ProgressBar bar = new ProgressBar(terminal, "notifications sent", seed);
            SistemaTs.sendSynthetic(running.kafka(), seed, System.currentTimeMillis(), 0, bar::show);
            bar.end();
        }
        Stopping.await();
        return 0;
    }
}
