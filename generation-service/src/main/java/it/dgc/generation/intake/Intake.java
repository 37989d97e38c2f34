package it.dgc.generation.intake;

import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.Rejection;

/** What the intake made of a record's value. */
public sealed interface Intake {

    /** Every field is good. */
    record Accepted(EventToCertify event) implements Intake {}

    /** It cannot be used. */
    record Refused(Rejection rejection) implements Intake {}
}
