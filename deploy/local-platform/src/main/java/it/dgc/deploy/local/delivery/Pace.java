package it.dgc.deploy.local.delivery;

import java.util.concurrent.locks.LockSupport;

/** Holds a loop to so many rounds a second; a round that came late is made up for. */
public final class Pace {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final long begin = System.nanoTime();
    private long rounds;

    /** @param perSecond rounds a second; 0 for no limit */
    public Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Returns when the next round is due. */
    public void await() {
        if (perSecond > 0) {
            long due = begin + (long) (rounds++ / perSecond * NANOS);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
