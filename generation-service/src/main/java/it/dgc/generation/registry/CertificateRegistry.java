package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;

/**
 * The register of certificates. Every change is one atomic step that survives a crash once the method has returned; a
 * failing store throws, and the step is then done or undone, never half done. Messages leave with the step, by the
 * outbox of the certificate.
 */
public interface CertificateRegistry {

    /** @return what is known of each, in their order */
    List<Optional<CertificateEntry>> findAll(List<Cuev> cuevs);

    default Optional<CertificateEntry> find(Cuev cuev) {
        return findAll(List.of(cuev)).getFirst();
    }

    Optional<CertificateEntry> find(Uvci uvci);

    /**
     * Each a step of its own: where the store fails in between, some are entered and others are not.
     *
     * @return of each, in their order, whether it was entered; {@code false} where the exemption or the identifier has an
     *         entry already
     */
    List<Boolean> addAll(List<NewCertificate> certificates);

    /** @return whether it was entered; {@code false} where the exemption or the identifier has an entry already */
    default boolean add(NewCertificate certificate) {
        return addAll(List.of(certificate)).getFirst();
    }

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
     * PINNED becomes ISSUED, each by a step of its own.
     *
     * @return of each, in their order, the right to send its messages; empty if it was not PINNED, or not by the intent
     *         that it was signed by, or if that is not sure, as another with it was not
     */
    List<Optional<OutboxLease>> issueAll(List<SignedCertificate> certificates);

    /**
     * PINNED becomes ISSUED.
     *
     * @return the right to send the messages; empty if it was not PINNED, or not by the intent that it was signed by
     */
    default Optional<OutboxLease> issue(SignedCertificate certificate) {
        return issueAll(List.of(certificate)).getFirst();
    }

    /** @return deferred certificates whose first day is {@code day} or earlier, oldest first, at most {@code limit} */
    List<DueCertificate> due(LocalDate day, int limit);

    /** The certificate is no longer deferred. */
    void settled(DueCertificate due);
}
