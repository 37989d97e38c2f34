package it.dgc.deploy.outbox;

import tools.jackson.core.JacksonException;

/**
 * How the gateway misbehaves; nothing that is refused was accepted.
 *
 * @param failRate share of the requests that are refused, 0 to 1; absent: 0
 * @param delayMillis pause before each answer, at most a minute; absent: 0
 * @param status answer to what is refused, 400 to 599; absent: 503
 */
public record SmsFaults(Double failRate, Integer delayMillis, Integer status) {

    /** A gateway that works. */
    public static final SmsFaults NONE = new SmsFaults(null, null, null);

    private static final int LONGEST_DELAY_MILLIS = 60_000;
    private static final int UNAVAILABLE = 503;

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public SmsFaults {
        failRate = failRate == null ? 0 : failRate;
        delayMillis = delayMillis == null ? 0 : delayMillis;
        status = status == null ? UNAVAILABLE : status;
        if (!(failRate >= 0 && failRate <= 1) || delayMillis < 0 || delayMillis > LONGEST_DELAY_MILLIS || status < 400
                || status > 599) {
            throw new IllegalArgumentException("failRate is 0 to 1, delayMillis 0 to 60000, status 400 to 599");
        }
    }

    /**
     * @param json an object; what is absent has its default
     * @throws IllegalArgumentException if it is none, or a value is out of its bounds
     */
    static SmsFaults parse(String json) {
        try {
            return LoopbackHttp.JSON.readValue(json, SmsFaults.class);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("Faults are {\"failRate\": 0.1, \"delayMillis\": 200, \"status\": 503}",
                    wrong);
        }
    }
}
