package it.dgc.deploy.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Lines of JSON, one an entry, oldest first; an entry that was appended survives the death of the process. Safe for several
 * threads.
 *
 * @param <T> kind of entry, a record
 */
final class Journal<T> implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Class<T> type;
    private final FileChannel channel;

    private Journal(Path file, Class<T> type, FileChannel channel) {
        this.file = file;
        this.type = type;
        this.channel = channel;
    }

    /**
     * @param file made where it is missing; half a line, which a death has left, is cut off
     * @throws UncheckedIOException if it cannot be written
     */
    static <T> Journal<T> open(Path file, Class<T> type) {
        try {
            makeDirectory(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            channel.truncate(wholeLines(Files.readAllBytes(file)));
            channel.position(channel.size());
            return new Journal<>(file, type, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be opened: " + file, e);
        }
    }

    /** Returns when the entry is on the disk. */
    synchronized void append(T entry) {
        try {
            ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + '\n').getBytes(UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written: " + file, e);
        }
    }

    /** @return all entries, oldest first */
    synchronized List<T> entries() {
        return read(file, type);
    }

    /** @return the whole entries of a journal that another process may be writing; none where there is no file */
    static <T> List<T> read(Path file, Class<T> type) {
        try {
            if (Files.notExists(file)) {
                return List.of();
            }
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, 0, wholeLines(bytes), UTF_8).lines().map(line -> JSON.readValue(line, type))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read: " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be closed: " + file, e);
        }
    }

    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }
}
