package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;

/**
 * A certificate about to be entered.
 *
 * @param uvci identifier
 * @param derivationKey version of the key the identifier was derived with (architecture D2)
 * @param cuev the exemption; only its blind index is stored in clear
 * @param authCode only its blind index is stored
 * @param holder only its blind index is stored
 * @param doctor only its blind index is stored
 * @param record everything that was notified, as text; stored encrypted
 * @param validFrom first day, Europe/Rome
 * @param validUntil last day, inclusive
 * @param standing what it enters as
 */
public record NewCertificate(Uvci uvci, int derivationKey, Cuev cuev, AuthCode authCode, CodiceFiscale holder,
        CodiceFiscale doctor, String record, LocalDate validFrom, Optional<LocalDate> validUntil, Standing standing) {

    /** @return nothing that leads to the person: the record holds everything in clear */
    @Override
    public String toString() {
        return "NewCertificate[" + uvci + ", " + standing + ']';
    }

    /** The three ways in. */
    public sealed interface Standing {}

    /** Due now. */
    public record Pinned(Intent intent) implements Standing {}

    /** Due on its first day. */
    public record Deferred() implements Standing {}

    /**
     * @param reason code of the policy that refused it
     * @param messages leave with the entry
     */
    public record Refused(String reason, List<OutboxMessage> messages) implements Standing {}
}
