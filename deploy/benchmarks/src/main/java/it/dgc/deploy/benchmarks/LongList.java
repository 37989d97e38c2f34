package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import it.dgc.deploy.backends.ChildJvm;
import tools.jackson.databind.json.JsonMapper;

/** The list as long as it may ever get: to build it, to bring out the next version of it, and what memory it takes. */
final class LongList implements Comparison {

    /** Seconds. */
    private static final double BUILD = 60;
    /** Seconds. */
    private static final double VERSION = 5;
    /** MiB. */
    private static final double HEAP = 1024;
    private static final double MIB = 1 << 20;
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g",
            "-XX:+ExitOnOutOfMemoryError");

    @Override
    public List<Finding> measure(Size size) throws IOException {
        Path directory = Files.createTempDirectory("dgc-bench");
        try (ChildJvm list = ChildJvm.start(MillionEntries.class, directory.resolve("list.err"), JVM,
                Integer.toString(size.entries()), directory.toString())) {
            return findings(size.entries(),
                    JsonMapper.builder().build().readValue(list.address(), MillionEntries.Figures.class));
        }
    }

    static List<Finding> findings(int entries, MillionEntries.Figures figures) {
        String list = String.format(Locale.ROOT, "list of %,d", entries);
        return List.of(
                own(BUILD, list + ": build", figures.build(), "s", "on disk and compressed; %.1f s to load it after"
                        + " a restart, %.1f MB a whole synchronisation", figures.load(), figures.full() / 1e6),
                own(VERSION, list + ": a version with 1 % changes", figures.change(), "s",
                        "0.6 %% come, 0.4 %% leave at places drawn by lot; %d of %d segments reused, %.2f MB a delta",
                        figures.changeKept(), figures.segments(), figures.delta() / 1e6),
                own(VERSION, list + ": a version with 1 % more", figures.growth(), "s", "%d of %d segments reused",
                        figures.growthKept(), figures.segments()),
                own(HEAP, list + ": heap", figures.peak() / MIB, "MiB",
                        "most in use, garbage included, with -Xmx1g; %.0f MiB after a collection",
                        figures.live() / MIB));
    }

    private static Finding own(double goal, String work, double ours, String unit, String how, Object... figures) {
        return Finding.atMost(goal, work, "-", ours, Double.NaN, unit, String.format(Locale.ROOT, how, figures));
    }
}
