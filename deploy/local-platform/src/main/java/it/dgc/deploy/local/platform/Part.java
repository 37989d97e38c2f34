package it.dgc.deploy.local.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part that runs in this process.
 *
 * @param name how it is called in front of the user
 * @param health answers 200 when the part is ready; empty where a part that has started is ready
 * @param stop ends it
 */
public record Part(String name, Optional<URI> health, Runnable stop) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

    /**
     * Returns when the part is ready.
     *
     * @param longest how long that may take
     * @throws it.dgc.deploy.local.console.ExplainedException if it does not become ready in that time
     */
    public void awaitReady(Duration longest) {
        health.ifPresent(uri -> new Readiness().await(name, uri, longest));
    }

    /** Ends the part; a failure is logged, for the other parts must be stopped too. */
    @Override
    public void close() {
        try {
            stop.run();
        } catch (RuntimeException refused) {
            LOG.error("{} did not stop cleanly", name, refused);
        }
    }
}
