package it.dgc.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import it.dgc.deploy.local.console.ExplainedException;

/**
 * Where the platform keeps its state between two runs. Holds secrets, so it belongs to its user alone.
 *
 * @param root the directory
 */
public record DataDirectory(Path root) {

    private static final String OWNER_ONLY = "rwx------";

    /**
     * @param root a directory, made where it is missing
     * @return it, ready to be written to
     * @throws ExplainedException if it cannot be written to
     */
    public static DataDirectory prepare(Path root) {
        try {
            Path directory = root.toAbsolutePath().normalize();
            if (Files.notExists(directory)) {
                Files.createDirectories(directory);
                restrict(directory);
            }
            DataDirectory data = new DataDirectory(directory.toRealPath());
            Files.createDirectories(data.log().getParent());
            Files.deleteIfExists(Files.createTempFile(data.root(), ".writable", null));
            return data;
        } catch (IOException refused) {
            throw new ExplainedException("The data directory " + root + " cannot be written to; choose another with"
                    + " --data-dir.", refused);
        }
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path store() {
        return root.resolve("store").resolve("store.mv");
    }

    /** @return the keysets of the generation service */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** The portal's own: what it holds tells nothing of a certificate, and what the keysets hold is not its affair. */
    Path portalSecrets() {
        return root.resolve("portal-secrets");
    }

    Path signerKeystore() {
        return root.resolve("keys").resolve("exemption-signer.p12");
    }

    Path tls() {
        return root.resolve("tls");
    }

    Path rules() {
        return root.resolve("rules");
    }

    Path revocationList() {
        return root.resolve("revocation-list");
    }

    /** @return what verifiers on this machine have synchronised */
    public Path verifier() {
        return root.resolve("verifier");
    }

    Path edge() {
        return root.resolve("edge");
    }

    Path locks() {
        return root.resolve("locks");
    }

    /** @return the log of everything that runs on this directory */
    public Path log() {
        return root.resolve("logs").resolve("platform.log");
    }

    Path description() {
        return root.resolve("platform.json");
    }

    private static void restrict(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }
}
