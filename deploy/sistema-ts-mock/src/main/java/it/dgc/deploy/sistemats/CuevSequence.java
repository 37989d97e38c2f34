package it.dgc.deploy.sistemats;

import java.util.Random;

/**
 * CUEVs without end and without repetition: Sistema TS gives one to each attestation.
 *
 * <p>Walks the ring of all {@value #BODIES} bodies in steps that share no divisor with its size, so that it comes back
 * to a code only after having given all of them, and needs to remember nothing.
 */
final class CuevSequence {

    private static final int BODY_LENGTH = 9;
    private static final int BASE = 33;

    /** 33 to the power of 9: the codes that differ before their check character. */
    private static final long BODIES = 46_411_484_401_953L;

    private final long step;
    private long place;

    CuevSequence(Random random) {
        this.place = Math.floorMod(random.nextLong(), BODIES);
        this.step = coprime(Math.floorMod(random.nextLong(), BODIES));
    }

    String next() {
        place = (place + step) % BODIES;
        String body = body(place);
        return body + CheckCharacters.ofCode(body);
    }

    private static String body(long place) {
        StringBuilder body = new StringBuilder(BODY_LENGTH);
        long rest = place;
        for (int at = 0; at < BODY_LENGTH; at++) {
            body.append(CheckCharacters.CODE_SYMBOLS.charAt((int) (rest % BASE)));
            rest /= BASE;
        }
        return body.toString();
    }

    /** The only primes of 33 to any power are 3 and 11. */
    private static long coprime(long candidate) {
        return candidate % 3 == 0 || candidate % 11 == 0 ? coprime(candidate + 1) : candidate;
    }
}
