package it.dgc.deploy.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.util.FileSystemUtils;

/**
 * {@code ./dgc up} to its line READY, on a new data directory, with the cache of the virtual machine that the build made and without
 * it, by turns.
 */
final class Starting implements Comparison {

    private static final double GOAL = 0.6;
    private static final String WORK = "`./dgc up` to READY";
    private static final String BESIDE = "without the cache";
    private static final int FIRST_WITH_CACHE = 25;

    /** The script at the root of the project, which hands on where it is. */
    private static final String LAUNCHER = "dgc.launcher";

    /** Nothing runs where the virtual machine cannot use the cache. */
    private static final String WITH = "-XX:AOTMode=on";
    private static final String WITHOUT = "-XX:AOTMode=off";

    @Override
    public List<Finding> measure(Size size) throws Exception {
        Optional<Path> launcher = Optional.ofNullable(System.getProperty(LAUNCHER)).map(Path::of);
        if (launcher.isEmpty() || Runtime.version().feature() < FIRST_WITH_CACHE) {
            return List.of(Finding.missing(WORK, "without the cache, which needs ./dgc and a JDK of version 25"));
        }
        Path directory = Files.createTempDirectory("dgc-starting-");
        try {
            return List.of(finding(new PlatformStart(launcher.get(), directory), Math.ceilDiv(size.rounds(), 2)));
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    /** The first start with the cache makes it, and the first of each side finds cold files: neither counts. */
    private static Finding finding(PlatformStart start, int rounds) throws Exception {
        List<PlatformStart.Time> with = new ArrayList<>();
        List<PlatformStart.Time> without = new ArrayList<>();
        start.run(WITH);
        start.run(WITHOUT);
        for (int round = 0; round < rounds; round++) {
            with.add(start.run(WITH));
            without.add(start.run(WITHOUT));
        }
        return Finding.ratioAtMost(GOAL, WORK, BESIDE, wall(with), wall(without), "s",
                String.format(Locale.ROOT, "median of %d; CPU %.1f s beside %.1f s", rounds, cpu(with), cpu(without)));
    }

    private static double wall(List<PlatformStart.Time> times) {
        return Median.of(times.stream().map(PlatformStart.Time::wall).toList());
    }

    private static double cpu(List<PlatformStart.Time> times) {
        return Median.of(times.stream().map(PlatformStart.Time::cpu).toList());
    }
}
