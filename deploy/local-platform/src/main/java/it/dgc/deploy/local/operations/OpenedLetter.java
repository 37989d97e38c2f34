package it.dgc.deploy.local.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.generation.deadletters.DeadLetter;

/** Hands out the value of a dead letter, after the auditor was told that it is opened. */
public final class OpenedLetter {

    private OpenedLetter() {}

    /**
     * @param backends where the platform is
     * @param letter a dead letter
     * @param reader is handed the value, as it was sent
     * @throws ExplainedException if it cannot be decrypted, or the auditor cannot be told
     */
    public static void read(Backends backends, DeadLetter letter, Consumer<byte[]> reader) {
        byte[] value = LetterOpener.with(backends.secrets()).open(letter);
        try (OperatorLog log = OperatorLog.open(backends.kafka())) {
            log.opens(letter);
        }
        reader.accept(value);
    }

    /**
     * As {@link #read}, into a file that its owner alone can read.
     *
     * @param backends where the platform is
     * @param letter a dead letter
     * @param file that does not exist yet
     */
    public static void write(Backends backends, DeadLetter letter, Path file) {
        create(file);
        read(backends, letter, value -> fill(file, value));
    }

    private static void create(Path file) {
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException taken) {
            throw new ExplainedException("The file " + file + " exists already.", taken);
        } catch (IOException refused) {
            throw unwritten(file, refused);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void fill(Path file, byte[] value) {
        try {
            Files.write(file, value);
        } catch (IOException refused) {
            throw unwritten(file, refused);
        }
    }

    private static ExplainedException unwritten(Path file, IOException cause) {
        return new ExplainedException("The file " + file + " cannot be written.", cause);
    }
}
