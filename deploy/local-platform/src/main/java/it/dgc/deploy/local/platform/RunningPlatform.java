package it.dgc.deploy.local.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

import it.dgc.deploy.local.console.ExplainedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How other programs find a platform that runs: {@code platform.json} in its data directory.
 *
 * @param pid process
 * @param processStart start of that process, ISO 8601: tells it from a later one with the same number; may be
 *        {@code null} where the system does not say
 * @param server the edge, {@code http://localhost:port}
 * @param kafka brokers
 * @param store the store, without a database
 * @param ports the port of each part
 */
public record RunningPlatform(long pid, String processStart, String server, String kafka, String store, Ports ports) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RunningPlatform of(Ports ports, Addresses addresses) {
        ProcessHandle me = ProcessHandle.current();
        return new RunningPlatform(me.pid(), start(me), "http://localhost:" + ports.http(), addresses.kafka(),
                addresses.store(), ports);
    }

    /**
     * @param directory a data directory
     * @return the platform that runs on it; empty where none does
     * @throws ExplainedException if its description cannot be read
     */
    public static Optional<RunningPlatform> find(Path directory) {
        Path file = new DataDirectory(directory).description();
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), RunningPlatform.class))
                            .filter(RunningPlatform::runs)
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            throw new ExplainedException("The file " + file + " cannot be read.", unreadable);
        }
    }

    /**
     * @param directory a data directory
     * @return the platform that runs on it
     * @throws ExplainedException if none does
     */
    public static RunningPlatform require(Path directory) {
        return find(directory).orElseThrow(() -> new ExplainedException("No platform is running on " + directory
                + "; start one with ./dgc up, or name its directory with --data-dir."));
    }

    /** @return where the services are asked */
    public URI serverUri() {
        return URI.create(server);
    }

    void describeIn(DataDirectory data) {
        Path file = data.description();
        try {
            Path draft = Files.write(file.resolveSibling(file.getFileName() + ".new"), JSON.writeValueAsBytes(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new ExplainedException("The file " + file + " cannot be written.", refused);
        }
    }

    static void forget(DataDirectory data) {
        try {
            Files.deleteIfExists(data.description());
        } catch (IOException refused) {
            throw new ExplainedException("The file " + data.description() + " cannot be removed.", refused);
        }
    }

    private boolean runs() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> processStart == null || processStart.equals(start(process))).isPresent();
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse(null);
    }
}
