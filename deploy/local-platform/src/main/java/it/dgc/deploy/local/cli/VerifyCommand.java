package it.dgc.deploy.local.cli;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.Verification;
import it.dgc.common.verification.Verifier;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.local.verifier.VerifierData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a certificate by what the public endpoints publish. Writes nothing of it to disk. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Verifies a certificate as VerificaC19 would: synchronises keys, rules and revocation list through the public endpoints, then decides offline.", footer = {
        "", "Where the server does not answer, the data of the last synchronisation count for 24 hours.", "",
        "Exit codes: 0 VALID, 3 NOT_VALID, 4 NOT_VALID_YET, 5 EXPIRED, 6 NOT_EU_DCC,",
        "7 SYNC_NEEDED; 1 failed; 2 wrong usage."})
final class VerifyCommand implements Callable<Integer> {

    private static final URI DEFAULT_SERVER = URI.create("http://localhost:8080");

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "HC1:...|FILE", description = "The text of the QR code, or a picture (PNG, JPEG, GIF, BMP; a photograph of a print will do) or a PDF with it.")
    private String certificate;

    @Option(names = "--server", paramLabel = "URL", description = "Where to synchronise (default: the platform of --data-dir, else http://localhost:8080).")
    private URI server;

    @Option(names = "--at", paramLabel = "INSTANT", description = "The time for which it shall be valid, ISO 8601 (default: now).")
    private Instant at;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--test", description = "Also says why, as test builds of VerificaC19 do.")
    private boolean test;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String text = CertificateText.of(certificate);
        Instant now = Instant.now();
        Instant time = Optional.ofNullable(at).orElse(now);
        return switch (new VerifierData(server(), dataDir.verifier()).forTime(now, time)) {
            case VerifierData.Outcome.Had had -> show(new Verifier(had.data()).verify(text, time).shown(test), time);
            case VerifierData.Outcome.Missing missing -> missing(missing.why(), time);
        };
    }

    private int missing(String why, Instant time) {
        if (json) {
            VerificationView.printMissingAsJson(terminal, why, time);
        } else {
            VerificationView.printMissing(terminal, why);
        }
        return OutcomeLook.of(Outcome.SYNC_NEEDED).exitCode();
    }

    private int show(Verification shown, Instant time) {
        if (json) {
            VerificationView.printJson(terminal, shown, time);
        } else {
            VerificationView.print(terminal, shown);
        }
        return OutcomeLook.of(shown.outcome()).exitCode();
    }

    private URI server() {
        return Optional.ofNullable(server)
                .or(() -> dataDir.running().map(RunningPlatform::serverUri)).orElse(DEFAULT_SERVER);
    }
}
