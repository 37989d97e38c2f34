package it.dgc.revocation.drl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.drl.disk.ListDirectory;
import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * Measures, asserts nothing: a list of a million, a version with 1 % changes, what a full sync and a day's delta weigh.
 * Run it with {@code -Xmx1g}; arguments: the number of entries, and a directory.
 */
final class MillionEntries {

    private static final int CHUNK = 10_000;

    private MillionEntries() {}

    public static void main(String[] arguments) throws IOException {
        int entries = Integer.parseInt(arguments[0]);
        Path disk = Files.createTempDirectory(Path.of(arguments[1]), "million");
        Random random = new Random(1);
        ListEditor editor = ListEditor.empty(CHUNK, Duration.ofDays(30));
        advance(editor, SyntheticEntry.firstVersion());
        try (ListDirectory directory = ListDirectory.open(disk)) {
            List<RevokedHash> all = IntStream.range(0, entries).mapToObj(i -> Hashes.random(random)).toList();
            measured("build and deflate " + entries, () -> advance(editor, new NetChanges(all, List.of())).prepare());
            measured("write it to disk", () -> save(directory, editor));
            List<RevokedHash> removed = random.ints(entries / 250L, 0, entries).distinct().mapToObj(all::get).toList();
            List<RevokedHash> added = new ArrayList<>();
            for (int i = 0; i < entries / 100 - removed.size(); i++) {
                added.add(Hashes.random(random));
            }
            measured("1 % changes, " + added.size() + " more and " + removed.size() + " fewer",
                    () -> advance(editor, new NetChanges(added, removed)).prepare());
            measured("write it to disk", () -> save(directory, editor));
            weigh("full sync", editor.newest().orElseThrow(), 0);
            weigh("delta of 1 %", editor.newest().orElseThrow(), 2);
        }
        System.out.println("heap after a collection: " + usedHeap() / (1 << 20) + " MiB, editor of "
                + editor.mark().total());
        measured("load from disk", () -> load(disk));
    }

    private static ListVersion advance(ListEditor editor, NetChanges changes) {
        Instant at = VirtualClock.START.plusSeconds(10 * editor.mark().version());
        return editor.advance(editor.mark().next(changes, editor.mark().position() + changes.size(), at), changes);
    }

    private static void save(ListDirectory directory, ListEditor editor) throws IOException {
        directory.save(editor.newest().orElseThrow());
    }

    private static void load(Path disk) throws IOException {
        try (ListDirectory directory = ListDirectory.open(disk)) {
            ListEditor.of(directory.load(CHUNK).orElseThrow(), Duration.ofDays(30)).newest().orElseThrow().prepare();
        }
    }

    private static void weigh(String what, ListVersion version, long from) {
        Transfer transfer = version.since(from);
        long plain = 0;
        long packed = 0;
        for (int chunk = 1; chunk <= transfer.chunks(); chunk++) {
            plain += transfer.plain(chunk).length;
            packed += version.packed(transfer, chunk).deflated().length;
        }
        System.out.println(what + ": " + transfer.chunks() + " chunks, JSON " + plain + " bytes, deflated " + packed
                + " bytes, " + packed * 10 / (transfer.insertions() + transfer.deletions().orElse(0)) / 10.0
                + " a hash");
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void measured(String what, Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms, heap "
                + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / (1 << 20) + " MiB");
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
