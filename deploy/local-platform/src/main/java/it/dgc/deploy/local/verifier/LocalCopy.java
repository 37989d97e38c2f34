package it.dgc.deploy.local.verifier;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import it.dgc.common.codes.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was fetched from one server, on disk: public data all of it, replaced as a whole.
 *
 * @param file where
 */
record LocalCopy(Path file) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME_LENGTH = 16;

    /**
     * @param directory of all copies
     * @param server whose copy
     */
    static LocalCopy of(Path directory, URI server) {
        return new LocalCopy(directory.resolve(Sha256.hex(server.toString()).substring(0, NAME_LENGTH) + ".json"));
    }

    /** @return nothing where there is none, or none that can be read: it is then fetched anew */
    Optional<SyncedData> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), SyncedData.class))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws SyncException if it cannot be kept, and the next verification without a network would fail */
    void write(SyncedData data) throws SyncException {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "draft", null);
            Files.write(draft, JSON.writeValueAsBytes(data));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new SyncException("the verifier's data cannot be kept in " + file.getParent());
        }
    }
}
