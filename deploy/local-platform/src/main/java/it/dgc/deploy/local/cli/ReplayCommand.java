package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Delivery;
import it.dgc.deploy.local.operations.LetterBox;
import it.dgc.deploy.local.operations.Replay;
import it.dgc.deploy.local.operations.Replayed;
import it.dgc.deploy.sistemats.NotificationFiles;
import it.dgc.deploy.sistemats.RawNotification;
import it.dgc.generation.deadletters.DeadLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters again. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Sends dead letters of exemptions again to where they came from, under the CUEV in them, and waits until the generation service is done with them; the auditor is told first.", footer = {
        "", "One line a letter: ID, then as notify --wait: CUEV, outcome and the HC1: text,",
        "separated by tabulators. A letter that cannot be sent as it is: NOT_SENT reason.",
        "One that fails again becomes a new dead letter. Exit code 0 only if all were",
        "issued or deferred."})
final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private BackendOptions named;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "As dlt list prints it; also a letter that was sent again before.")
    private LinkedHashSet<String> ids = new LinkedHashSet<>();

    @Option(names = "--all", description = "Every letter that was not sent again yet.")
    private boolean all;

    @Option(names = "--reason", paramLabel = "R", description = "With --all: only letters with this reason.")
    private String reason;

    @Option(names = "--file", paramLabel = "MENDED.json", description = "With one ID: sends this notification instead of the one in the letter.")
    private Path file;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120", description = "How long to wait (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Spec
    private CommandSpec spec;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        require(all == ids.isEmpty(), "Name letters, or --all.");
        require(ids.stream().allMatch(DltCommand::isId), "An ID is PARTITION/OFFSET, as dlt list prints it.");
        require(all || reason == null, "--reason needs --all.");
        require(file == null || ids.size() == 1, "--file needs one ID.");
        Optional<byte[]> mended = Optional.ofNullable(file).map(ReplayCommand::read);
        Backends backends = dataDir.backends(named);
        List<Replayed> replayed = Replay.of(backends, letters(backends), mended, Duration.ofSeconds(timeout));
        replayed.forEach(this::print);
        terminal.say(replayed.size() + (replayed.size() == 1 ? " dead letter" : " dead letters") + ", "
                + replayed.stream().filter(Replayed::isGood).count() + " issued or deferred");
        return replayed.stream().allMatch(Replayed::isGood) ? 0 : 1;
    }

    private List<DeadLetter> letters(Backends backends) {
        LetterBox box = new LetterBox(backends, Topics.deadLettersOf(Topics.EXEMPTIONS));
        return all ? box.waiting(LetterBox.because(Optional.ofNullable(reason))) : box.letters(ids);
    }

    private void print(Replayed letter) {
        terminal.print(letter.line());
        switch (letter) {
            case Replayed.Held held -> terminal.say("Letter " + held.id() + " was not sent: "
                    + held.obstacle().sentence() + ".");
            case Replayed.Sent sent when sent.delivery().outcome() == Delivery.Outcome.DEAD_LETTER ->
                terminal.say("Letter " + sent.id() + " failed again: a new dead letter has the origin " + sent.place()
                        + ".");
            case Replayed.Sent sent -> {
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            List<RawNotification> notifications = NotificationFiles.read(file);
            if (notifications.size() != 1) {
                throw new ExplainedException("The file " + file + " must hold one notification.");
            }
            return notifications.getFirst().value();
        } catch (IOException refused) {
            throw new ExplainedException("There is no file " + file + " that can be read.", refused);
        }
    }

    private void require(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
