package it.dgc.deploy.faults.sistemats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import it.dgc.deploy.oracle.Ledger;
import it.dgc.deploy.oracle.Published;

/** The files by which the harness tells Sistema TS what to publish and how far to go, and reads what it has done. */
public record Desk(Path directory) {

    private Path script() {
        return directory.resolve("script.tsv");
    }

    Path entries() {
        return directory.resolve("ledger.tsv");
    }

    /** Makes the directory and writes down what is to be published; nothing may be yet. */
    public void lay(List<Published> script) throws IOException {
        Files.createDirectories(directory);
        Files.write(script(), script.stream().map(Published::line).toList());
        allow(0);
    }

    /** Numbers below this may be published. */
    public void allow(int limit) {
        try {
            Path next = Files.writeString(directory.resolve("limit.next"), Integer.toString(limit));
            Files.move(next, directory.resolve("limit"), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int limit() throws IOException {
        return Integer.parseInt(Files.readString(directory.resolve("limit")));
    }

    /** @return what has been done so far */
    public Ledger read() {
        try {
            return Ledger.read(script(), entries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
