package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;

/** The side of the register by which certificates are revoked and restored; each change is one atomic step. */
public interface Revisions {

    /**
     * @param from what the change was decided upon
     * @param lastDay after which nobody accepts it anyway
     * @return the right to send the messages; empty if the certificate is no longer as {@code from} says
     */
    Optional<OutboxLease> revise(CertificateEntry from, Revision revision, LocalDate lastDay);

    /**
     * Enters a certificate that is revoked before anything else is known of it.
     *
     * @return the right to send the messages; empty if there is an entry already
     */
    Optional<OutboxLease> entomb(Uvci uvci, Cuev cuev, Revision revision, LocalDate lastDay);

    /**
     * The notification of a certificate that was revoked before has come: what was entered stays, what was not is added.
     *
     * @param lastDay after which nobody accepts it anyway
     */
    void meet(NewCertificate certificate, LocalDate lastDay);

    /** Calls back for every certificate that {@code doctor} certified and that is not erased, unopened; takes its time. */
    void forEachOf(CodiceFiscale doctor, Consumer<Uvci> reader);

    /** @return revoked certificates whose last day was {@code day} or earlier, oldest first, at most {@code limit} */
    List<DueCertificate> ended(LocalDate day, int limit);

    /**
     * Lets {@code message} leave, if the certificate is still revoked, and looks at that day no more. Where it was decided
     * anew meanwhile nothing leaves, and the day is looked at again.
     *
     * @param revisions how often it had been decided when the message was composed
     */
    void end(DueCertificate ended, int revisions, OutboxMessage message);
}
