package it.dgc.deploy.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import it.dgc.deploy.local.console.ExplainedException;

/** Lets a part run once on a data directory. The operating system lifts the lock when the process ends, however it does. */
public final class PartLock implements AutoCloseable {

    private final List<FileChannel> files = new ArrayList<>();

    private PartLock() {}

    /**
     * @param data the directory
     * @param parts what will run on it
     * @return the right to run them
     * @throws ExplainedException if one of them runs there already
     */
    public static PartLock take(DataDirectory data, List<PartName> parts) {
        PartLock lock = new PartLock();
        try {
            Files.createDirectories(data.locks());
            for (PartName part : parts) {
                lock.add(data, part);
            }
            return lock;
        } catch (IOException refused) {
            lock.close();
            throw new ExplainedException("The data directory " + data.root() + " cannot be locked.", refused);
        } catch (ExplainedException inUse) {
            lock.close();
            throw inUse;
        }
    }

    @Override
    public void close() {
        for (FileChannel file : files) {
            try {
                file.close();
            } catch (IOException refused) {
                throw new ExplainedException("A lock could not be lifted.", refused);
            }
        }
    }

    private void add(DataDirectory data, PartName part) throws IOException {
        FileChannel file = FileChannel.open(data.locks().resolve(part + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        files.add(file);
        if (!isLocked(file)) {
            throw new ExplainedException("A platform is already running on " + data.root()
                    + "; stop it first or choose another directory with --data-dir.");
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
