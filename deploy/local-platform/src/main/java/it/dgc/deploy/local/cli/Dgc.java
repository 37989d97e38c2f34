package it.dgc.deploy.local.cli;

import java.io.PrintWriter;

import com.mongodb.MongoException;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.Terminal;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Where the process begins. */
public final class Dgc {

    private static final int FAILED = 1;

    private Dgc() {}

    /** @param arguments a command and its options */
    public static void main(String[] arguments) {
        Logs.off();
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    private static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DgcCommand())
                .addSubcommand(new DemoCommand(terminal)).addSubcommand(new UpCommand(terminal))
                .addSubcommand(new NotifyCommand(terminal)).addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new LoadCommand(terminal)).addSubcommand(new RunCommand(terminal))
                .addSubcommand(new OutboxCommand(terminal)).addSubcommand(new CardCommand(terminal))
                .addSubcommand(new AuditCommand(terminal)).addSubcommand(deadLetters(terminal))
                .addSubcommand(new DoctorsCommand(terminal)).addSubcommand(new ListCommand(terminal))
                .addSubcommand(new RulesCommand(terminal)).addSubcommand(new RehearseCommand(terminal))
                .addSubcommand("revoke", RevocationCommand.revoke(terminal))
                .addSubcommand("restore", RevocationCommand.restore(terminal))
                .addSubcommand(new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true)).setErr(new PrintWriter(terminal.err(), true))
                .setParameterExceptionHandler((wrong, line) -> explain(terminal, wrong))
                .setExecutionExceptionHandler((failure, command, result) -> explain(terminal, failure));
    }

    private static CommandLine deadLetters(Terminal terminal) {
        return new CommandLine(new DltCommand(terminal)).addSubcommand(new ReplayCommand(terminal));
    }

    private static int explain(Terminal terminal, ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        terminal.say("dgc: " + wrong.getMessage());
        terminal.say("Usage: ./" + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int explain(Terminal terminal, Exception failure) {
        LoggerFactory.getLogger(Dgc.class).error("The command failed", failure);
        terminal.say("dgc: " + sentence(failure));
        return FAILED;
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case ExplainedException explained -> explained.getMessage();
            case org.apache.kafka.common.KafkaException kafka ->
                "Kafka does not answer as it should (" + kafka.getClass().getSimpleName() + ").";
            case MongoException store ->
                "The store does not answer as it should (" + store.getClass().getSimpleName() + ").";
            default -> "Something unexpected happened (" + failure.getClass().getSimpleName() + ").";
        };
    }
}
