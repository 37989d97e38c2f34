package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.uvci.Uvci;

/**
 * A certificate as the registry holds it, decrypted. Personal: never printed.
 *
 * @param uvci identifier
 * @param state where it stands
 * @param contentIndex blind index of what was notified, Base64: tells a repetition from a contradiction
 * @param record everything that was notified, as it was entered; empty once it has been erased
 * @param validUntil last day of validity, inclusive
 * @param intent what was decided before signing
 * @param qrText the {@code HC1:} text of an issued certificate, until it is erased
 * @param refusal code of the policy that refused it
 * @param grounds why it is revoked; empty where it is not
 * @param revisions ids of the changes that were made or refused, the oldest first
 * @param tests when a positive test and a recovery were last communicated
 */
public record CertificateEntry(Uvci uvci, CertificateState state, String contentIndex, Optional<String> record,
        Optional<LocalDate> validUntil, Optional<Intent> intent, Optional<String> qrText, Optional<String> refusal,
        Set<Ground> grounds, List<String> revisions, TestHistory tests) {

    /** @return whether it was revoked before its notification came, and the notification has not come yet */
    public boolean isTombstone() {
        return contentIndex.isEmpty();
    }

    @Override
    public String toString() {
        return "CertificateEntry[" + uvci + ", " + state + ']';
    }
}
