package it.dgc.deploy.local.cli;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.local.verifier.Verification;
import it.dgc.deploy.local.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a certificate through the public endpoints. Writes nothing of it to disk. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Verifies a certificate as VerificaC19 would, through the public endpoints only.", footer = {
        "",
        "Exit codes: 0 VALID, 3 NOT_VALID, 4 NOT_VALID_YET, 5 EXPIRED, 6 NOT_EU_DCC,",
        "7 SYNC_NEEDED; 1 failed; 2 wrong usage."})
final class VerifyCommand implements Callable<Integer> {

    private static final URI DEFAULT_SERVER = URI.create("http://localhost:8080");

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "HC1:...|FILE.png", description = "The text of the QR code, or a picture of it.")
    private String certificate;

    @Option(names = "--server", paramLabel = "URL", description = "Where the keys are (default: the platform of --data-dir, else http://localhost:8080).")
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
        Instant time = Optional.ofNullable(at).orElseGet(Instant::now);
        Verification verification = Verifier.verify(server(), CertificateText.of(certificate), time);
        if (json) {
            VerificationView.printJson(terminal, verification, time, test);
        } else {
            VerificationView.print(terminal, verification, test);
        }
        return verification.outcome().exitCode();
    }

    private URI server() {
        return Optional.ofNullable(server)
                .or(() -> dataDir.running().map(RunningPlatform::serverUri)).orElse(DEFAULT_SERVER);
    }
}
