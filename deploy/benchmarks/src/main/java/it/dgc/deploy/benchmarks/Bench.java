package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import it.dgc.deploy.local.console.Logs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Measures, prints the table and keeps it. */
@Command(name = "dgc bench", mixinStandardHelpOptions = true, description = "Measures our speed and memory beside the peers', in the same run; prints the table and keeps it.", footer = "DGC_JAVA_OPTS=-D"
        + EuIssuance.PROPERTY
        + "=JAR runs the EU dgca-issuance-service from that file; without it, its recorded figure is shown as such.")
final class Bench implements Callable<Integer> {

    private static final String HEAD = """
            | work | beside | ours | theirs | ours to theirs, or ours | goal | | how |
            |---|---|---|---|---|---|---|---|""";

    @Option(names = "--results", paramLabel = "DIR", description = "Where the table is kept.", defaultValue = "deploy/benchmarks/results")
    private Path results;

    @Option(names = "--short", description = "Measures next to nothing, to see that it runs.")
    private boolean isShort;

    /** @param arguments see {@code --help} */
    public static void main(String... arguments) {
        Logs.off();
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (Comparison comparison : isShort
                ? List.<Comparison>of(new Certificates(), new LongList())
                : List.of(new Certificates(), new LongList(), new ListServing(), new ServiceLoad(),
                        new FailureTimes(), new Starting())) {
            findings.addAll(comparison.measure(isShort ? Size.SHORT : Size.FULL));
        }
        Files.createDirectories(results);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String table = table(findings, now, commit(results));
        System.out.println(table);
        Path file = results.resolve(now.toString().replace(":", "") + ".md");
        Files.writeString(file, table + System.lineSeparator());
        return 0;
    }

    static String table(List<Finding> findings, Instant at, String commit) {
        List<String> lines = new ArrayList<>(List.of("%s, commit %s, JDK %s, %d cores".formatted(at, commit,
                System.getProperty("java.runtime.version"), Runtime.getRuntime().availableProcessors()), "", HEAD));
        findings.forEach(finding -> lines.add(finding.row()));
        return String.join(System.lineSeparator(), lines);
    }

    /** @return of the project that the folder belongs to */
    private static String commit(Path folder) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(git.getInputStream().readAllBytes(), UTF_8);
            return said.isBlank() ? "unknown" : said.strip();
        } catch (IOException notInstalled) {
            return "unknown";
        }
    }
}
