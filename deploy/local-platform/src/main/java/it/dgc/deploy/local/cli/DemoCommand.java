package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.common.qr.QrSymbol;
import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.Verification;
import it.dgc.common.verification.Verifier;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Ink;
import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Delivery;
import it.dgc.deploy.local.delivery.Outgoing;
import it.dgc.deploy.local.delivery.Revocations;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.Ports;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.local.verifier.VerifierData;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.rendering.DocumentLanguage;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/** The whole road of one certificate, on free ports and in a directory that is gone afterwards. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Starts a platform of its own, has one certificate issued, shows it and the message to its holder, writes its picture and its PDF to ./demo-output/, verifies it, revokes it and shows that it is refused.")
final class DemoCommand implements Callable<Integer> {

    private static final int STEPS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration MESSAGE_PATIENCE = Duration.ofSeconds(10);

    /** Neutral, like everything in it: nothing tells what the certificate states (architecture, D14). */
    private static final Path PICTURE = Path.of("demo-output", "certificate.png");
    private static final Path DOCUMENT = Path.of("demo-output", "certificate.pdf");

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
            step("Starting the platform: Kafka, store, mock of Sistema TS, mail server, generation, revocation, rules, portal, edge");
            platform.start(progress -> terminal.print("      " + progress));
            RunningPlatform running = platform.description();
            ExemptionNotification notification = reachable(new SyntheticRegister(System.nanoTime()));
            String text = issue(new Backends(running.kafka(), running.store(), data.secrets()), notification);
            tell(data);
            show(text);
            boolean valid = verify(running, data, text);
            revoke(running, notification);
            return refused(running, data, text) && valid ? 0 : 1;
        }
    }

    private static void forget(Platform platform, DataDirectory data) {
        platform.close();
        FileSystemUtils.deleteRecursively(data.root().toFile());
    }

    private String issue(Backends backends, ExemptionNotification notification) {
        step("Sistema TS notifies one exemption of an invented person over Kafka");
        Delivery delivery = SistemaTs.sendAndWait(backends,
                List.of(Outgoing.of(notification)), PATIENCE).getFirst();
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
        step("Writing its picture to " + PICTURE + " and the sheet to print to " + DOCUMENT);
        Files.createDirectories(PICTURE.getParent());
        Files.write(PICTURE, symbol.png());
        Files.write(DOCUMENT, new CertificateDocuments().pdf(text, DocumentLanguage.IT));
    }

    private boolean verify(RunningPlatform running, DataDirectory data, String text) {
        step("Verifying it as VerificaC19 would, through the public endpoints only: " + running.server());
        Verification verification = verification(running, data, text);
        VerificationView.print(terminal, verification);
        return verification.outcome() == Outcome.VALID;
    }

    private void revoke(RunningPlatform running, ExemptionNotification exemption) {
        step("Sistema TS passes on a doctor's word that the condition has ended");
        CertificateEvent event = Revocations.send(running.kafka(),
                new RevocationRequest(RevocationRequest.SCHEMA_VERSION, UUID.randomUUID().toString(), "REVOKE",
                        exemption.cuev(), null, null, "CONDITION_ENDED", exemption.doctor(), Instant.now().toString()),
                PATIENCE);
        terminal.print("      The generation service says: " + event.type());
    }

    /** A verifier that synchronises once a day learns of it the next day; this one asks until the list has it. */
    private boolean refused(RunningPlatform running, DataDirectory data, String text) {
        step("Verifying it again, as soon as the next version of the revocation list is published");
        Verification verification = verification(running, data, text);
        Instant end = Instant.now().plus(PATIENCE);
        while (verification.outcome() == Outcome.VALID && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            verification = verification(running, data, text);
        }
        VerificationView.print(terminal, verification);
        terminal.print("      Outside a test a verifier reads " + verification.outcome().shown(false) + ".");
        return verification.outcome() == Outcome.REVOKED;
    }

    private static Verification verification(RunningPlatform running, DataDirectory data, String text) {
        Instant now = Instant.now();
        return switch (new VerifierData(running.serverUri(), data.verifier()).forTime(now, now)) {
            case VerifierData.Outcome.Had had -> new Verifier(had.data()).verify(text, now);
            case VerifierData.Outcome.Missing missing -> throw new ExplainedException(
                    "The verifier could not synchronise: " + missing.why() + ".");
        };
    }

    private void step(String what) {
        step++;
        terminal.print(terminal.painted(Ink.BOLD, "[" + step + "/" + STEPS + "] " + what));
    }
}
