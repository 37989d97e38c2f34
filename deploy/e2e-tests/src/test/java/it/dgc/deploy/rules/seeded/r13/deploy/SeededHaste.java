package it.dgc.deploy.rules.seeded.r13.deploy;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Breach: every way to start a virtual thread. */
final class SeededHaste {

    private SeededHaste() {}

    static void start(Runnable service) {
        Thread.ofVirtual().start(service);
        Executors.newVirtualThreadPerTaskExecutor().execute(service);
    }

    static Executor hidden() {
        return Thread::startVirtualThread;
    }
}
