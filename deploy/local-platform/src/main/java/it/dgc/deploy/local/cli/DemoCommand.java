package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.qr.QrSymbol;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Ink;
import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Delivery;
import it.dgc.deploy.local.delivery.Outgoing;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.Ports;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.local.verifier.Outcome;
import it.dgc.deploy.local.verifier.Verification;
import it.dgc.deploy.local.verifier.Verifier;
import it.dgc.deploy.sistemats.SyntheticRegister;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/** The whole road of one certificate, on free ports and in a directory that is gone afterwards. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Starts a platform of its own, has one certificate issued, shows it and the message to its holder, writes its picture to ./demo-output/ and verifies it.")
final class DemoCommand implements Callable<Integer> {

    private static final int STEPS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MESSAGE_PATIENCE = Duration.ofSeconds(10);

    /** Neutral, like everything in it: nothing tells what the certificate states (architecture, D14). */
    private static final Path PICTURE = Path.of("demo-output", "certificate.png");

    private final Terminal terminal;
    private int step;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("dgc-demo-");
        try {
            return on(DataDirectory.prepare(directory));
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private int on(DataDirectory data) throws IOException {
        Logs.toFile(data.log(), Map.of());
        try (Platform platform = Platform.on(data, Ports.ANY)) {
            Stopping.then(() -> forget(platform, data));
            step("Starting the platform: Kafka, store, mock of Sistema TS, mail server, generation, rules, edge");
            platform.start(progress -> terminal.print("      " + progress));
            RunningPlatform running = platform.description();
            String text = issue(new Backends(running.kafka(), running.store(), data.secrets()));
            tell(data);
            show(text);
            return verify(running, text);
        }
    }

    private static void forget(Platform platform, DataDirectory data) {
        platform.close();
        FileSystemUtils.deleteRecursively(data.root().toFile());
    }

    private String issue(Backends backends) {
        step("Sistema TS notifies one exemption of an invented person over Kafka");
        Delivery delivery = SistemaTs.sendAndWait(backends,
                List.of(Outgoing.of(reachable(new SyntheticRegister(System.nanoTime())))), PATIENCE)
                .getFirst();
        terminal.print("      The generation service says: " + delivery.outcome());
        return delivery.qrText().orElseThrow(() -> new ExplainedException(
                "The certificate was not issued: " + delivery.reason().orElse(delivery.outcome().name()) + "."));
    }

    /** @return an exemption of a person who left an e-mail address */
    private static ExemptionNotification reachable(SyntheticRegister persons) {
        return Stream.generate(() -> persons.next(Instant.now()))
                .filter(one -> one.contact() != null && one.contact().email() != null).findFirst().orElseThrow();
    }

    private void tell(DataDirectory data) {
        step("The message that brings the holder the AUTHCODE");
        terminal.print("      " + MailOutbox.first(data, MESSAGE_PATIENCE).map(MailOutbox::line)
                .orElse("None was sent yet."));
    }

    private void show(String text) throws IOException {
        step("The certificate, as its holder shows it");
        QrSymbol symbol = QrSymbol.of(text);
        terminal.print(symbol.terminal(terminal.colour()));
        terminal.print(text);
        step("Writing its picture to " + PICTURE);
        Files.createDirectories(PICTURE.getParent());
        Files.write(PICTURE, symbol.png());
    }

    private int verify(RunningPlatform running, String text) {
        step("Verifying it as VerificaC19 would, through the public endpoints only: " + running.server());
        Verification verification = Verifier.verify(running.serverUri(), text, Instant.now());
        VerificationView.print(terminal, verification, true);
        terminal.print("Not shown yet, because not built yet: its revocation, and its PDF.");
        return verification.outcome() == Outcome.VALID ? 0 : 1;
    }

    private void step(String what) {
        step++;
        terminal.print(terminal.painted(Ink.BOLD, "[" + step + "/" + STEPS + "] " + what));
    }
}
