package it.dgc.deploy.local.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.operations.LetterBox;
import it.dgc.deploy.local.operations.LetterLine;
import it.dgc.deploy.local.operations.OpenedLetter;
import it.dgc.generation.deadletters.DeadLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Dead letters: see why, mend, send again. */
@Command(name = "dlt", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Dead letters: notifications that could not be used. See why, mend, send again.")
final class DltCommand implements Runnable {

    private static final Pattern ID = Pattern.compile("[0-9]{1,9}/[0-9]{1,18}");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    DltCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @return whether the text is the place of a letter */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: list, show, replay.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line a dead letter, oldest first: ID, time, reason, origin, length of the value in bytes, whole or cut, waiting or replayed; separated by tabulators. Never the value.")
    int list(@Mixin LetterOptions letters,
            @Option(names = "--reason", paramLabel = "R", description = "Only letters with this reason, for example FIELD_INVALID or FIELD_INVALID:cuev.") String reason,
            @Option(names = "--json", description = "Prints a JSON object a line.") boolean json) {
        List<LetterLine> lines = letters.box().lines(LetterBox.because(Optional.ofNullable(reason)));
        lines.forEach(line -> terminal.print(json ? line.json() : line.text()));
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows what is known of a dead letter; its value, which is personal, only with --value.", footer = {
            "", "With --value the value goes to the standard output byte by byte, all else to the",
            "standard error; the auditor is told that it was opened."})
    int show(@Mixin LetterOptions letters,
            @Parameters(paramLabel = "ID", description = "As list prints it.") String id,
            @Option(names = "--value", description = "Decrypts the value.") boolean value,
            @Option(names = "--out", paramLabel = "FILE", description = "With --value: writes the value to a new file that only its owner can read.") Path file) {
        require(isId(id), "An ID is PARTITION/OFFSET, as dlt list prints it.");
        require(value || file == null, "--out needs --value.");
        LetterBox box = letters.box();
        DeadLetter letter = box.letters(List.of(id)).getFirst();
        boolean raw = value && file == null;
        box.line(letter).paragraph().forEach(raw ? terminal::say : terminal::print);
        if (raw) {
            OpenedLetter.read(box.backends(), letter, this::write);
        } else if (value) {
            OpenedLetter.write(box.backends(), letter, file);
            terminal.say("The value is in " + file + "; delete it as soon as it is mended.");
        }
        return 0;
    }

    private void write(byte[] value) {
        terminal.out().write(value, 0, value.length);
        terminal.out().flush();
    }

    private void require(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(spec.subcommands().get("show"), sentence);
        }
    }
}
