package it.dgc.portal.limits.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The file with the key: Base64 (RFC 4648, section 4) of at least 32 random bytes, the same for all instances. */
final class KeyFile {

    static final String NAME = "portal-hash.key";
    private static final int BYTES = 32;

    private final Path file;

    KeyFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** @throws IllegalStateException saying what is wrong, and never what the file holds */
    KeyedHash load() {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("The key file " + NAME
                    + " is missing in the configured directory (dgc.secrets.directory)");
        }
        try {
            return new KeyedHash(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IllegalArgumentException broken) {
            throw new IllegalStateException("The key file " + NAME + " must hold Base64 of at least 32 bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Several instances may start at once: the first to link its file has made the key of all. */
    KeyedHash loadOrCreate() {
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(file.getParent());
                create();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return load();
    }

    private void create() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path unfinished = Files.createTempFile(file.getParent(), "portal", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key));
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.delete(unfinished);
        }
    }
}
