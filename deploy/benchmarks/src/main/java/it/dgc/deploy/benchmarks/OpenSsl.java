package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The native limit: signatures per CPU second of {@code openssl speed ecdsap256}, one core. */
final class OpenSsl {

    private static final Pattern RATE = Pattern
            .compile("256 bits? ecdsa \\(nistp256\\)\\s+\\S+s\\s+\\S+s\\s+([0-9.]+)");

    private OpenSsl() {}

    /** @return the rate; empty where the program is not installed */
    static Optional<Double> signatures(int seconds) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("openssl", "speed", "-seconds", Integer.toString(seconds), "ecdsap256")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return rate(said);
    }

    static Optional<Double> rate(String said) {
        Matcher rate = RATE.matcher(said);
        return rate.find() ? Optional.of(Double.valueOf(rate.group(1))) : Optional.empty();
    }
}
