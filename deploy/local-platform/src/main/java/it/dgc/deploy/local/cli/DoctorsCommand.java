package it.dgc.deploy.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.platform.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The platform's own list of doctors whose word is not taken. */
@Command(name = "doctors", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Suspends doctors: their notifications and requests are refused from then on. What they certified stays; to revoke it, send a batch.")
final class DoctorsCommand implements Runnable {

    private static final String STANDARD_INPUT = "-";
    private static final int NO_CONTENT = 204;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    DoctorsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: suspend, restore.");
    }

    @Command(name = "suspend", mixinStandardHelpOptions = true, description = "Suspends a doctor; the auditor is told.")
    int suspend(@Mixin OperatorOptions operator,
            @Parameters(paramLabel = "CODE|-", description = "Codice fiscale; - reads it from the standard input, so that no history keeps it.") String doctor) {
        return change(operator, "suspensions", doctor, "SUSPENDED");
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Takes the doctor's word again; what was refused stays refused. The auditor is told.")
    int restore(@Mixin OperatorOptions operator,
            @Parameters(paramLabel = "CODE|-", description = "Codice fiscale; - reads it from the standard input.") String doctor) {
        return change(operator, "restorations", doctor, "RESTORED");
    }

    private int change(OperatorOptions operator, String resource, String doctor, String done) {
        CodiceFiscale code = CodiceFiscale.fromTyped(doctor.equals(STANDARD_INPUT) ? line() : doctor)
                .orElseThrow(() -> new ExplainedException("That is no codice fiscale."));
        int status = OperatorOptions.answered(operator.port(Ports.Institutional::generation)
                .post("/v1/operations/doctors/" + resource, Map.of("fiscalCode", code.value()))).statusCode();
        if (status != NO_CONTENT) {
            throw new ExplainedException("The generation service answered " + status + ".");
        }
        terminal.print(done);
        return 0;
    }

    private static String line() {
        try {
            return new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
