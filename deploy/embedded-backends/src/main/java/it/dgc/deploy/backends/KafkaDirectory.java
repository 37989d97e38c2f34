package it.dgc.deploy.backends;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's data directory, held by one process at a time and formatted at first use. */
final class KafkaDirectory implements AutoCloseable {

    private final Path log;
    private final FileChannel lock;

    private KafkaDirectory(Path log, FileChannel lock) {
        this.log = log;
        this.lock = lock;
    }

    /**
     * Our own lock comes before the broker's: where the broker finds its directory taken it ends the whole JVM.
     *
     * @throws IllegalStateException another broker uses the directory
     */
    static KafkaDirectory open(Path directory) {
        try {
            Path log = Files.createDirectories(directory.toAbsolutePath().resolve("log"));
            KafkaDirectory opened = new KafkaDirectory(log, locked(log.resolveSibling("kafka.lock")));
            opened.format();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's data directory cannot be used: " + directory, e);
        }
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            throw new IllegalStateException("Another Kafka uses this data directory: " + file.getParent());
        }
        return channel;
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void format() {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            formatter().run();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("Kafka's data directory cannot be formatted: " + log, e);
        }
    }

    private Formatter formatter() {
        return new Formatter().setClusterId(Uuid.randomUuid().toString()).setNodeId(KafkaSettings.NODE_ID)
                .setDirectories(List.of(log.toString())).setMetadataLogDirectory(log.toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.latestProduction()).setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
