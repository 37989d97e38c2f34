package it.dgc.deploy.local.cli;

import java.util.concurrent.CountDownLatch;

/** What happens when the process is told to end (SIGTERM, SIGINT, or a failure). */
final class Stopping {

    private Stopping() {}

    /** @param close runs before the process ends, however it is told to */
    static void then(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(close, "stopping"));
    }

    /** Never returns: the signal ends the process. */
    static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
