package it.dgc.deploy.faults.network;

import java.time.Duration;

/** How bad the network is at the moment; whoever waits for a delay learns of a change at once. */
final class Weather {

    private State state = State.FAIR;

    /**
     * @param towardsTarget delay of what clients say
     * @param towardsClient delay of what the server says
     * @param swallows whether nothing is handed on
     * @param breaksOffAfter bytes after which a connection is reset
     */
    record State(Duration towardsTarget, Duration towardsClient, boolean swallows, long breaksOffAfter) {

        static final State FAIR = new State(Duration.ZERO, Duration.ZERO, false, Long.MAX_VALUE);
        static final State SWALLOWING = new State(Duration.ZERO, Duration.ZERO, true, Long.MAX_VALUE);

        static State slow(Duration towardsTarget, Duration towardsClient) {
            return new State(towardsTarget, towardsClient, false, Long.MAX_VALUE);
        }

        static State breakingOff(long bytes) {
            return new State(Duration.ZERO, Duration.ZERO, false, bytes);
        }

        Duration delay(boolean toTarget) {
            return toTarget ? towardsTarget : towardsClient;
        }
    }

    synchronized State now() {
        return state;
    }

    synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** Returns after the delay of that direction, or as soon as the weather has changed. */
    synchronized void delay(boolean toTarget) throws InterruptedException {
        State then = state;
        long end = System.nanoTime() + then.delay(toTarget).toNanos();
        for (long left = end - System.nanoTime(); left > 0 && state == then; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
