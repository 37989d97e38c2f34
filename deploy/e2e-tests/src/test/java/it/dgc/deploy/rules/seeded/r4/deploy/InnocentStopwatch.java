package it.dgc.deploy.rules.seeded.r4.deploy;

/** Tools may look at the clock. */
final class InnocentStopwatch {

    private InnocentStopwatch() {}

    static long start() {
        return System.currentTimeMillis();
    }
}
