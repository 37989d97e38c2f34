package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;

/**
 * The register of certificates. Every change is one atomic step that survives a crash once the method has returned; a
 * failing store throws, and the step is then done or undone, never half done. Messages leave with the step, by the
 * outbox of the certificate.
 */
public interface CertificateRegistry {

    Optional<CertificateEntry> find(Cuev cuev);

    Optional<CertificateEntry> find(Uvci uvci);

    /** @return whether it was entered; {@code false} where the exemption or the identifier has an entry already */
    boolean add(NewCertificate certificate);

    /** DEFERRED becomes PINNED; @return whether it was DEFERRED */
    boolean pin(Uvci uvci, Intent intent);

    /**
     * PINNED anew: {@code from} gives way to {@code to}, as long as nothing was signed by it and stored.
     *
     * @return whether it was PINNED by {@code from}
     */
    boolean repin(Uvci uvci, Intent from, Intent to);

    /**
     * DEFERRED becomes REFUSED.
     *
     * @param day of the refusal: with it a certificate ends that has no last day
     * @return whether it was DEFERRED
     */
    boolean refuse(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages);

    /**
     * PINNED becomes REFUSED: what stands against it was not known when it was pinned.
     *
     * @param day of the refusal: with it a certificate ends that has no last day
     * @return whether it was PINNED
     */
    boolean withdraw(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages);

    /**
     * PINNED becomes ISSUED.
     *
     * @param channels by which the holder is to be told
     * @param messages go into the outbox
     * @return the right to send the messages; empty if it was not PINNED, or not by the intent that it was signed by
     */
    Optional<OutboxLease> issue(Uvci uvci, Signed signed, Set<Channel> channels, List<OutboxMessage> messages);

    /** @return deferred certificates whose first day is {@code day} or earlier, oldest first, at most {@code limit} */
    List<DueCertificate> due(LocalDate day, int limit);

    /** The certificate is no longer deferred. */
    void settled(DueCertificate due);
}
