package it.dgc.portal.captcha.store;

import java.time.Instant;
import java.util.Optional;

/** The open captchas; every method throws {@link org.springframework.dao.DataAccessException} without its store. */
public interface OpenCaptchas {

    void add(OpenCaptcha captcha);

    /**
     * Uses it up, whatever comes of it. It is given to one of all that ask, and only in time and for its use.
     *
     * @return the keyed hash of the answer, for the one
     */
    Optional<String> redeem(String id, String use, Instant now);

    /** @return what it is for, while it is open */
    Optional<String> use(String id, Instant now);

    /** Counts a captcha that is about to be issued, and says what goes on. */
    Pressure issued(Instant now);

    /** Counts a solution that was refused. */
    void refused(Instant now);

    /** Takes out what is late by more than the clocks of instances may differ. */
    void forget(Instant now);
}
