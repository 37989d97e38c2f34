package it.dgc.deploy.local.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory with the certificates and keys, each as PEM in a file of its own.
 *
 * @param directory where they are
 */
record TlsFiles(Path directory) {

    static final String SERVER = "server";

    private static final String OWNER_ONLY = "rw-------";

    /** What the services and all clients trust. */
    Path authority() {
        return directory.resolve("ca.pem");
    }

    Path certificate(String name) {
        return directory.resolve(name + ".pem");
    }

    Path key(String name) {
        return directory.resolve(name + ".key");
    }

    /** Held while certificates are looked at or made: parts may start at the same moment. */
    Path lock() {
        return directory.resolve("made.lock");
    }

    List<Path> certificates() {
        return Stream.concat(Stream.of(authority(), certificate(SERVER)),
                Stream.of(Client.values()).map(client -> certificate(client.toString()))).toList();
    }

    List<Path> keys() {
        return Stream.concat(Stream.of(key(SERVER)), Stream.of(Client.values()).map(client -> key(client.toString())))
                .toList();
    }

    /** Whole or not at all, and nobody else's at any moment: a service may be reading. */
    void write(Path file, String pem) throws IOException {
        Path unfinished = Files.createTempFile(directory, file.getFileName().toString(), ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(unfinished, pem);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
