package it.dgc.revocation.drl.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.Segment;

/**
 * This instance's copy of the newest version: segments in files that are never changed, the history in one that only
 * grows, and a small file that says which of them are the version. It is replaced last and in one step, so that the copy
 * is always one whole version, whatever moment the process dies at.
 */
public final class ListDirectory implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path directory;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Map<Segment, String> names = new IdentityHashMap<>();
    private HistoryFile historyFile;

    private ListDirectory(Path directory, FileChannel lockFile, FileLock lock) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * @param directory made if missing; for this instance alone
     * @return the directory, locked until it is closed
     * @throws IllegalStateException if another instance uses it
     */
    public static ListDirectory open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            return new ListDirectory(directory, file, lock(file, directory));
        } catch (IOException e) {
            throw new UncheckedIOException("The list's directory cannot be used: " + directory, e);
        }
    }

    private static FileLock lock(FileChannel file, Path directory) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            file.close();
            throw new IllegalStateException(inUse(directory), inThisProcess);
        }
        file.close();
        throw new IllegalStateException(inUse(directory));
    }

    private static String inUse(Path directory) {
        return "Another instance uses " + directory + "; give each its own dgc.drl.directory";
    }

    /**
     * @param chunkSize of the version that is expected
     * @return the copy; nothing where there is none, or one with other chunks
     * @throws IOException if there is one that cannot be read, or is damaged
     */
    public Optional<ListVersion> load(int chunkSize) throws IOException {
        Optional<Manifest> found = Manifest.read(directory);
        if (found.isEmpty() || found.get().chunkSize() != chunkSize) {
            return Optional.empty();
        }
        Manifest manifest = found.get();
        List<Segment> segments = new ArrayList<>();
        for (String name : manifest.segments()) {
            Segment segment = SegmentFile.read(directory.resolve(name), chunkSize);
            names.put(segment, name);
            segments.add(segment);
        }
        historyFile = HistoryFile.open(directory.resolve(manifest.history()), manifest.historyLength());
        ListVersion version = new ListVersion(manifest.mark(), chunkSize, segments, historyFile.read());
        manifest.check(version);
        return Optional.of(version);
    }

    /**
     * @param version replaces the copy
     * @throws IOException if it could not be written; the copy of before is whole then
     */
    public void save(ListVersion version) throws IOException {
        Map<Segment, String> kept = new IdentityHashMap<>();
        List<String> inOrder = new ArrayList<>();
        for (Segment segment : version.segments()) {
            String name = names.containsKey(segment) ? names.get(segment) : written(segment, version, inOrder.size());
            kept.put(segment, name);
            inOrder.add(name);
        }
        historyFile = HistoryFile.continued(historyFile, directory, version);
        new Manifest(version.mark(), version.chunkSize(), inOrder, historyFile.name(), historyFile.length())
                .write(directory);
        names.clear();
        names.putAll(kept);
        sweep(inOrder);
    }

    private String written(Segment segment, ListVersion version, int index) throws IOException {
        String name = "segment-" + index + "-" + version.mark().version();
        SegmentFile.write(directory.resolve(name), segment);
        return name;
    }

    /** What no version needs any longer; also what a killed process left. */
    private void sweep(List<String> segments) throws IOException {
        Set<String> needed = Stream.concat(segments.stream(), Stream.of(LOCK, Manifest.NAME, historyFile.name()))
                .collect(Collectors.toSet());
        List<Path> there;
        try (Stream<Path> files = Files.list(directory)) {
            there = files.toList();
        }
        for (Path file : there) {
            if (!needed.contains(file.getFileName().toString())) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
