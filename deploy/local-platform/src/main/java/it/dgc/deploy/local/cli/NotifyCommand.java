package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Delivery;
import it.dgc.deploy.local.delivery.Outgoing;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.sistemats.NotificationFiles;
import it.dgc.deploy.sistemats.RawNotification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends notifications as Sistema TS. */
@Command(name = "notify", mixinStandardHelpOptions = true, description = "Sends notifications as Sistema TS: each file is one JSON object, an array, or one object a line; - is the standard input. Nothing is checked or corrected.", footer = {
        "", "With --wait one line a notification: CUEV, outcome and the HC1: text, separated",
        "by tabulators. Outcomes: ISSUED, ALREADY_ISSUED, DEFERRED, REFUSED reason,",
        "DEAD_LETTER reason, REVOKED. Exit code 0 only if all were issued or deferred."})
final class NotifyCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private BackendOptions named;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, or -.")
    private List<String> files;

    @Option(names = "--wait", description = "Waits until the generation service is done with them.")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120", description = "How long to wait (default: ${DEFAULT-VALUE}).")
    private int timeout;

    NotifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Outgoing> notifications = new ArrayList<>();
        files.forEach(file -> read(file).stream().map(Outgoing::of).forEach(notifications::add));
        if (notifications.isEmpty()) {
            throw new ExplainedException("There is no notification in what was given.");
        }
        Backends backends = dataDir.backends(named);
        return wait ? sendAndWait(backends, notifications) : send(backends, notifications);
    }

    private int send(Backends backends, List<Outgoing> notifications) {
        SistemaTs.send(backends.kafka(), notifications);
        terminal.say(notifications.size() + " sent");
        return 0;
    }

    private int sendAndWait(Backends backends, List<Outgoing> notifications) {
        List<Delivery> deliveries = SistemaTs.sendAndWait(backends, notifications, Duration.ofSeconds(timeout));
        deliveries.forEach(delivery -> terminal.print(delivery.line()));
        return deliveries.stream().allMatch(delivery -> delivery.outcome().isGood()) ? 0 : 1;
    }

    private static List<RawNotification> read(String file) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? NotificationFiles.read(System.in)
                    : NotificationFiles.read(readable(file));
        } catch (IOException refused) {
            throw new ExplainedException("The file " + file + " cannot be read.", refused);
        }
    }

    private static Path readable(String file) {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ExplainedException("There is no file " + file + " that can be read.");
        }
        return path;
    }
}
