package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.NetChanges;
import it.dgc.revocation.drl.Segment;
import it.dgc.revocation.drl.SyntheticEntry;
import it.dgc.revocation.drl.Transfer;
import it.dgc.revocation.drl.disk.ListDirectory;
import it.dgc.revocation.drl.hashes.RevokedHash;
import tools.jackson.databind.json.JsonMapper;

/** A list of many entries and two versions after it, in a JVM of its own because its heap counts; prints {@code READY} and the figures. */
final class MillionEntries {

    /** The ministry's, and what the service has by itself. */
    private static final int CHUNK = 10_000;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final int PERCENT = 100;
    private static final int REMOVED_OF_ALL = 250;
    private static final double NANOS = 1e9;

    private final Random random = new Random(1);
    private final ListEditor editor = ListEditor.empty(CHUNK, KEPT);
    private final ListDirectory directory;

    /**
     * What was measured. A version counts once it is on disk and can be answered from memory.
     *
     * @param build seconds to the first version
     * @param change seconds to a version with 1 % changes, four tenths of which leave the list at places drawn by lot
     * @param growth seconds to a version with 1 % more, of which none leaves
     * @param segments chunks of the last version
     * @param changeKept of these, how many the version with changes has from the one before it
     * @param growthKept likewise, of the version with more
     * @param peak most bytes of the heap in use, garbage included
     * @param live bytes of the heap in use after a collection
     * @param load seconds to read the version from disk, as after a restart
     * @param full bytes of a whole synchronisation, compressed
     * @param delta bytes of the version with changes, compressed
     */
    record Figures(double build, double change, double growth, int segments, int changeKept, int growthKept, long peak,
            long live, double load, long full, long delta) {}

    private interface Work {
        void run() throws IOException;
    }

    private MillionEntries(ListDirectory directory) {
        this.directory = directory;
    }

    /** Takes the number of entries, and a directory. */
    public static void main(String... arguments) throws IOException {
        Path disk = Files.createTempDirectory(Path.of(arguments[1]), "list");
        Figures figures;
        try (ListDirectory directory = ListDirectory.open(disk)) {
            figures = new MillionEntries(directory).measure(Integer.parseInt(arguments[0]));
        }
        double load = seconds(() -> load(disk));
        System.out.println("READY " + JsonMapper.builder().build().writeValueAsString(
                new Figures(figures.build(), figures.change(), figures.growth(), figures.segments(),
                        figures.changeKept(), figures.growthKept(), peak(), figures.live(), load, figures.full(),
                        figures.delta())));
    }

    private Figures measure(int entries) throws IOException {
        advance(SyntheticEntry.firstVersion());
        List<RevokedHash> all = hashes(entries);
        double build = published(new NetChanges(all, List.of()));
        long first = editor.mark().version();
        Set<Segment> before = segments();
        List<RevokedHash> removed = random.ints(entries / REMOVED_OF_ALL, 0, entries).distinct().mapToObj(all::get)
                .toList();
        double change = published(new NetChanges(hashes(entries / PERCENT - removed.size()), removed));
        int changeKept = kept(before);
        long delta = weight(first);
        before = segments();
        double growth = published(new NetChanges(hashes(entries / PERCENT), List.of()));
        return new Figures(build, change, growth, newest().segments().size(), changeKept, kept(before), peak(), live(),
                0, weight(0), delta);
    }

    private double published(NetChanges changes) throws IOException {
        return seconds(() -> {
            advance(changes).prepare();
            directory.save(newest());
        });
    }

    private ListVersion advance(NetChanges changes) {
        Instant at = START.plusSeconds(10 * editor.mark().version());
        long position = editor.mark().position() + changes.added().size() + changes.removed().size();
        return editor.advance(editor.mark().next(changes, position, at), changes);
    }

    private List<RevokedHash> hashes(int count) {
        return Stream.generate(() -> new RevokedHash(random.nextLong(), random.nextLong(), random.nextLong(),
                random.nextLong())).limit(count).toList();
    }

    private ListVersion newest() {
        return editor.newest().orElseThrow();
    }

    private Set<Segment> segments() {
        Set<Segment> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(newest().segments());
        return same;
    }

    private int kept(Set<Segment> before) {
        return (int) newest().segments().stream().filter(before::contains).count();
    }

    private long weight(long held) {
        Transfer transfer = newest().since(held);
        long bytes = 0;
        for (int chunk = 1; chunk <= transfer.chunks(); chunk++) {
            bytes += newest().packed(transfer, chunk).deflated().length;
        }
        return bytes;
    }

    private static void load(Path disk) throws IOException {
        try (ListDirectory directory = ListDirectory.open(disk)) {
            ListEditor.of(directory.load(CHUNK).orElseThrow(), KEPT).newest().orElseThrow().prepare();
        }
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
