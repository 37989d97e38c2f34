package it.dgc.generation.issuance;

import java.time.LocalDate;

import it.dgc.common.uvci.Uvci;

/** What became of a notified event. */
public sealed interface GenerationOutcome {

    /** A certificate now exists. */
    record Issued(Uvci uvci) implements GenerationOutcome {}

    /** The same notification was handled before; nothing was done. */
    record AlreadyHandled(Uvci uvci) implements GenerationOutcome {}

    /** It will be issued on its first day. */
    record Deferred(Uvci uvci, LocalDate until) implements GenerationOutcome {}

    /** It is no longer due a certificate; the register says so. */
    record Refused(Uvci uvci, RejectionReason reason) implements GenerationOutcome {}

    /** It cannot be used; nothing was entered. */
    record Rejected(Rejection rejection) implements GenerationOutcome {}
}
