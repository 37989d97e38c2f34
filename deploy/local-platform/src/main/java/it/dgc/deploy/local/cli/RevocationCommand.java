package it.dgc.deploy.local.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.delivery.Revocations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Revokes or restores as Sistema TS, and prints what was decided. */
@Command(mixinStandardHelpOptions = true, footer = {"",
        "Prints REVOKED, RESTORED or REVOCATION_REFUSED with its reason, and the UVCI.",
        "Exit code 0 only if the request was followed."})
final class RevocationCommand implements Callable<Integer> {

    private static final String REVOKE = "REVOKE";
    private static final String RESTORE = "RESTORE";

    private final Terminal terminal;
    private final String action;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private BackendOptions named;

    @ArgGroup(multiplicity = "1")
    private Certificate certificate;

    @Option(names = "--reason", paramLabel = "REASON", description = "To revoke CONDITION_ENDED, POSITIVE_TEST or FRAUD; to restore RECOVERED (default).")
    private String reason;

    @Option(names = "--request-id", paramLabel = "ID", description = "The same id is followed once (default: a new one).")
    private String requestId = UUID.randomUUID().toString();

    @Option(names = "--doctor", paramLabel = "CODE", defaultValue = "MRARSS75P14H501I", description = "Codice fiscale of the doctor who communicates it (default: a synthetic one).")
    private String doctor;

    @Option(names = "--category", defaultValue = "MMG", description = "MMG, PLS, SSR_FACILITY, USMAF or SASN (default: ${DEFAULT-VALUE}).")
    private String category;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "How long to wait (default: ${DEFAULT-VALUE}).")
    private int timeout;

    /** One of the two codes. */
    static final class Certificate {

        @Option(names = "--cuev", paramLabel = "CUEV", description = "The exemption.")
        private String cuev;

        @Option(names = "--uvci", paramLabel = "UVCI", description = "The certificate.")
        private String uvci;
    }

    private RevocationCommand(Terminal terminal, String action) {
        this.terminal = terminal;
        this.action = action;
    }

    static RevocationCommand revoke(Terminal terminal) {
        return new RevocationCommand(terminal, REVOKE);
    }

    static RevocationCommand restore(Terminal terminal) {
        return new RevocationCommand(terminal, RESTORE);
    }

    @Override
    public Integer call() {
        CertificateEvent event = Revocations.send(dataDir.backends(named).kafka(), request(),
                Duration.ofSeconds(timeout));
        boolean refused = event.type() == CertificateEvent.Type.REVOCATION_REFUSED;
        terminal.print(refused
                ? event.type() + " " + event.refusal() + "\t" + event.uvci()
                : event.type() + "\t" + event.uvci());
        return refused ? 1 : 0;
    }

    private RevocationRequest request() {
        String given = reason == null && action.equals(RESTORE) ? "RECOVERED" : reason;
        return new RevocationRequest(RevocationRequest.SCHEMA_VERSION, requestId, action, certificate.cuev,
                certificate.uvci, null, given, new ExemptionNotification.Doctor(doctor, category),
                Instant.now().toString());
    }
}
