package it.dgc.deploy.outbox;

import java.util.concurrent.CountDownLatch;

/** The life of a program that serves until it is told to end. */
final class UntilTerminated {

    private UntilTerminated() {}

    static void serve(String address, Runnable stop) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        System.out.println("READY " + address);
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
