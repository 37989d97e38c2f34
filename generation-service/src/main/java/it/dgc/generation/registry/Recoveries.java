package it.dgc.generation.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.uvci.Uvci;

/** What holders were given on the portal (Allegato B, chapters 5 and 6). */
public interface Recoveries {

    /**
     * Takes note that the code or the certificate was given: one write, of a certificate that is issued and not erased. The
     * language is that of later messages.
     *
     * @param channels by which the holder is told of it; none where there is nothing to tell
     * @param messages events that leave with it
     * @return the lease on their outbox; empty where the certificate is not issued any more
     */
    Optional<OutboxLease> note(Uvci uvci, Notice notice, Set<Channel> channels, List<OutboxMessage> messages);
}
