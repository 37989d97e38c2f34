package it.dgc.deploy.local.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part that runs in this process.
 *
 * @param name how it is called in front of the user
 * @param stop ends it
 */
public record Part(String name, Runnable stop) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

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
