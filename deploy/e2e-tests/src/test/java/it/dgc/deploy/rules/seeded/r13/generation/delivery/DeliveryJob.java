package it.dgc.deploy.rules.seeded.r13.generation.delivery;

/** The one sender. */
final class DeliveryJob {

    private DeliveryJob() {}

    static void innocent(Runnable sending) {
        Thread.ofVirtual().start(sending);
    }
}
