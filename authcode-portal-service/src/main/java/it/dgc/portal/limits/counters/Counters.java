package it.dgc.portal.limits.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shared counters; every method throws {@link org.springframework.dao.DataAccessException} without its store. */
public interface Counters {

    /**
     * Counts a try, if there is room in all windows. However many ask at once, there are never more tries than room.
     *
     * @param key of the counter
     * @param windows always the same for one counter
     * @return names the try, or empty if there is no room
     */
    Optional<String> take(String key, List<Window> windows, Instant now);

    /** The try is not counted any more; nothing happens if it was not. */
    void giveBack(String key, String token);

    /**
     * The try has failed.
     *
     * @return how many are known to have failed after {@code since}, this one among them; 0 if it is not counted, or was
     *         known to have failed
     */
    int failed(String key, String token, Instant since);

    /**
     * Spends one of a budget that is new at the begin of every period.
     *
     * @return whether anything was left
     */
    boolean spend(String budget, long most, Duration period, Instant now);

    /** Takes out counters that have held nothing for longer than the clocks of instances may differ. */
    void forget(Instant now);
}
