package it.dgc.deploy.local.cli;

import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(name = "dgc", mixinStandardHelpOptions = true, version = "PN-DGC 0.1.0-SNAPSHOT", synopsisSubcommandLabel = "COMMAND", description = "National Digital Green Certificate platform, on this machine.", footer = {
        "", "./dgc bench measures speed and memory beside the peers (a program of its own; see ./dgc bench --help).",
        "", "Exit codes: 0 done; 1 failed; 2 wrong usage; verify: see its help."})
final class DgcCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.subcommands().entrySet().stream()
                .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden()).map(Map.Entry::getKey)
                .collect(Collectors.joining(", ", "Name a command: ", ".")));
    }
}
