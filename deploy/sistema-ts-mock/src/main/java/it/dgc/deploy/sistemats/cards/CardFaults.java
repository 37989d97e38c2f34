package it.dgc.deploy.sistemats.cards;

import java.net.URI;

import it.dgc.deploy.outbox.LoopbackHttp;
import tools.jackson.core.JacksonException;

/**
 * How the register misbehaves.
 *
 * @param failRate share of the questions that meet the fault, 0 to 1; absent: all where a fault is named, else none
 * @param delayMillis pause before each answer, at most a minute; absent: 0
 * @param fault what those questions meet; absent: they are rejected
 * @param status of a rejection, 400 to 599; absent: 503
 * @param location where a redirection leads; absent: the path that was asked
 */
public record CardFaults(Double failRate, Integer delayMillis, CardFault fault, Integer status, URI location) {

    /** A register that works. */
    public static final CardFaults NONE = new CardFaults(null, null, null, null, null);

    private static final int LONGEST_DELAY_MILLIS = 60_000;
    private static final int UNAVAILABLE = 503;

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public CardFaults {
        failRate = failRate == null ? fault == null ? 0 : 1 : failRate;
        delayMillis = delayMillis == null ? 0 : delayMillis;
        fault = fault == null ? CardFault.REJECT : fault;
        status = status == null ? UNAVAILABLE : status;
        if (!(failRate >= 0 && failRate <= 1) || delayMillis < 0 || delayMillis > LONGEST_DELAY_MILLIS || status < 400
                || status > 599) {
            throw new IllegalArgumentException("failRate is 0 to 1, delayMillis 0 to 60000, status 400 to 599");
        }
    }

    /**
     * @param fault what every question meets
     * @return nothing else is wrong
     */
    public static CardFaults always(CardFault fault) {
        return new CardFaults(1.0, null, fault, null, null);
    }

    /**
     * @param status 400 to 599
     * @return every question is rejected with it
     */
    public static CardFaults rejecting(int status) {
        return new CardFaults(1.0, null, CardFault.REJECT, status, null);
    }

    /**
     * @param location where every question is sent
     * @return nothing else is wrong
     */
    public static CardFaults redirecting(URI location) {
        return new CardFaults(1.0, null, CardFault.REDIRECT, null, location);
    }

    /**
     * @param millis pause before each answer, which is a good one
     * @return nothing else is wrong
     */
    public static CardFaults slow(int millis) {
        return new CardFaults(null, millis, null, null, null);
    }

    /**
     * @param json an object; what is absent has its default
     * @throws IllegalArgumentException if it is none, or a value is out of its bounds
     */
    static CardFaults parse(String json) {
        try {
            return LoopbackHttp.JSON.readValue(json, CardFaults.class);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("Faults are {\"failRate\": 0.1, \"delayMillis\": 200, \"fault\":"
                    + " \"REJECT\", \"status\": 503, \"location\": \"https://...\"}", wrong);
        }
    }
}
