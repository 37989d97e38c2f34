package it.dgc.deploy.backends;

import java.nio.file.Path;

/** The store alone in its own process, for faults and rehearsals; stops in order on SIGTERM. */
public final class EmbeddedStoreMain {

    private EmbeddedStoreMain() {}

    /** Takes the file and the port (0 for any); prints {@code READY mongodb://host:port} when it serves. */
    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give two arguments: FILE PORT");
        }
        EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        UntilTerminated.serve(store.connectionString(), store::close);
    }
}
