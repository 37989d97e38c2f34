package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;

import it.dgc.common.uvci.Uvci;

/**
 * Takes the personal fields out of certificates that have ended. Identifier, state and the blind indexes of the CUEV and
 * of the content stay, so that a repeated notification is still known.
 */
public interface Erasures {

    /** @return certificates that may have ended on {@code day} or earlier, oldest first, at most {@code limit} */
    List<DueCertificate> ended(LocalDate day, int limit);

    /**
     * @param messages leave with the step
     * @return whether its personal fields were there and are gone now; not those of a certificate still to be issued
     */
    boolean erase(Uvci uvci, List<OutboxMessage> messages);

    /** It need not be looked at again for that day. */
    void settled(DueCertificate ended);
}
