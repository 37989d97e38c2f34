package it.dgc.generation.signing;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which signatures of a key are verified before they leave (ADR 0022): all of the first ones, then samples.
 *
 * @param first how many are all verified after the key was loaded, and again after it failed; 1 to 1,000,000
 * @param oneOf of so many later ones, one is verified; 1 to 1,000, where 1 means every one
 */
record SelfVerification(@DefaultValue("100") int first, @DefaultValue("16") int oneOf) {

    /** No signature leaves unverified. */
    static final SelfVerification OF_EVERY_ONE = new SelfVerification(1, 1);

    private static final int MOST_FIRST = 1_000_000;
    private static final int MOST_OF = 1_000;

    /** @throws IllegalArgumentException if a figure is out of its bounds */
    SelfVerification {
        if (first < 1 || first > MOST_FIRST || oneOf < 1 || oneOf > MOST_OF) {
            throw new IllegalArgumentException(
                    "The first 1 to 1,000,000 signatures of a key are verified, then one of 1 to 1,000");
        }
    }

    Progress start() {
        return new Progress(this);
    }

    private boolean includes(long nth) {
        return nth < first || (nth - first) % oneOf == oneOf - 1;
    }

    private int unverifiedBefore(long nth) {
        return nth < first ? 0 : oneOf - 1;
    }

    /** How far one key has come. May be used by many threads. */
    static final class Progress {

        private final SelfVerification which;
        private final AtomicLong made = new AtomicLong();

        private Progress(SelfVerification which) {
            this.which = which;
        }

        /** @return the number of the signature that is made next, from 0 on */
        long next() {
            return made.getAndIncrement();
        }

        boolean includes(long nth) {
            return which.includes(nth);
        }

        /** @return how many have left unverified at most since the last one that was found good */
        int unverifiedBefore(long nth) {
            return which.unverifiedBefore(nth);
        }

        /** The key has failed: it is trusted as little as one that was just loaded. */
        void startAnew() {
            made.set(0);
        }
    }
}
