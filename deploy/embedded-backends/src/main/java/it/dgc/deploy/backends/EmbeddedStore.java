package it.dgc.deploy.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;

/** A store in this JVM that speaks MongoDB's wire protocol; see the package for what it does not do. */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the file and serves it; an acknowledged write survives the death of this process.
     *
     * @param file made if missing; of one store at a time
     * @param port on 127.0.0.1; 0 for any free one
     * @throws IllegalStateException the port or the file is in use, or the file is not a store
     */
    public static EmbeddedStore start(Path file, int port) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The store's directory cannot be made: " + file, e);
        }
        return serve(FlushingBackend.open(file.toAbsolutePath()), port);
    }

    /** Serves an empty store on a free port that is gone after {@link #close()}; faster than the file, for tests. */
    public static EmbeddedStore inMemory() {
        return serve(new VolatileBackend(), 0);
    }

    /** Returns {@code mongodb://127.0.0.1:port}, without database and options. */
    public String connectionString() {
        return "mongodb://" + Ports.LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static EmbeddedStore serve(MongoBackend backend, int port) {
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(Ports.LOOPBACK, port);
            return new EmbeddedStore(server);
        } catch (Exception e) {
            // Netty throws the checked BindException without declaring it, past the server's own cleaning up.
            server.shutdownNow();
            throw Ports.taken(port, e);
        }
    }
}
