package it.dgc.portal.limits;

import it.dgc.portal.limits.Admission.Reservation;

/**
 * Bounds guesses (reference: reliability P21). One admission is followed by exactly one of the other three; what is said
 * twice, or after the window, changes nothing. None of the four throws when the store is away.
 */
public interface GuessingLimits {

    /** Counts the attempt as failed, if there is room under every bound, and says whether there was. */
    Admission admit(Attempt attempt);

    /** Everything was right: the failure is taken back. The submission still counts for its address and for everybody. */
    void verified(Reservation reservation);

    /** Something was wrong: the failure stays. */
    void failed(Reservation reservation);

    /** Nobody could tell, because somebody who was asked did not answer: no guess was answered, so none is counted. */
    void undecided(Reservation reservation);
}
