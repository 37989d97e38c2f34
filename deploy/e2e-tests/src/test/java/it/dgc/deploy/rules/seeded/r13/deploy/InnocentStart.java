package it.dgc.deploy.rules.seeded.r13.deploy;

/** A thread of the platform. */
final class InnocentStart {

    private InnocentStart() {}

    static void start(Runnable service) {
        Thread.ofPlatform().start(service);
    }
}
