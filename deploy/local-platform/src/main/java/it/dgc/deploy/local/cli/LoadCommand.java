package it.dgc.deploy.local.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.ProgressBar;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.LoadPlan;
import it.dgc.deploy.local.delivery.LoadReport;
import it.dgc.deploy.local.delivery.LoadRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Synthetic notifications through Kafka, and how long they took. */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Sends synthetic notifications and waits until each has become a certificate; prints throughput and latency.")
final class LoadCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private BackendOptions named;

    @Spec
    private CommandSpec spec;

    @Option(names = "--count", paramLabel = "N", required = true, description = "How many.")
    private int count;

    @Option(names = "--rate", paramLabel = "R", description = "At most so many a second (default: as fast as it goes).")
    private double rate;

    @Option(names = "--random-seed", paramLabel = "S", description = "The same number gives the same persons and exemptions (default: new ones each time).")
    private Long seed;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "60", description = "How long nothing may move (default: ${DEFAULT-VALUE}).")
    private int patience;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be at least 1.");
        }
        LoadPlan plan = new LoadPlan(count, rate, Optional.ofNullable(seed).orElseGet(System::currentTimeMillis),
                Duration.ofSeconds(patience));
        ProgressBar bar = new ProgressBar(terminal, "certificates issued", count);
        try (LoadRun load = new LoadRun(dataDir.backends(named), plan)) {
            LoadReport report = load.run(bar::show);
            bar.end();
            terminal.print(report.text());
            return report.isComplete() ? 0 : 1;
        }
    }
}
