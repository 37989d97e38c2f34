package it.dgc.deploy.outbox;

import java.util.concurrent.CountDownLatch;

/** The life of a program that serves until it is told to end. */
public final class UntilTerminated {

    private UntilTerminated() {}

    /**
     * Says {@code READY} and where, and does not come back.
     *
     * @param address where it serves
     * @param stop what SIGTERM does
     * @throws InterruptedException if this thread is told to end
     */
    public static void serve(String address, Runnable stop) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        System.out.println("READY " + address);
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
