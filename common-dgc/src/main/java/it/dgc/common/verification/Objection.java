package it.dgc.common.verification;

import java.util.Optional;

import it.dgc.common.exemption.ExemptionDefect;
import it.dgc.common.hcert.HcertRefusal;

/** An outcome other than VALID, and why (reliability, table F). */
record Objection(Outcome outcome, Reason reason) {

    static Optional<Objection> when(boolean holds, Outcome outcome, Reason reason) {
        return holds ? Optional.of(new Objection(outcome, reason)) : Optional.empty();
    }

    /** What is no container is no certificate; one that cannot be trusted or read is not valid. */
    static Objection of(HcertRefusal refusal) {
        return new Objection(switch (refusal) {
            case INVALID_SCHEME_PREFIX, BASE_45_DECODING_FAILED, DECOMPRESSION_FAILED, COSE_DESERIALIZATION_FAILED ->
                Outcome.NOT_EU_DCC;
            default -> Outcome.NOT_VALID;
        }, new Reason.Container(refusal));
    }

    /** F07: clients differ in what they take out of such a statement, so it is none; the rest is a wrong value. */
    static Objection of(ExemptionDefect defect) {
        return new Objection(switch (defect) {
            case OTHER_STATEMENT_PRESENT, NOT_ONE_ENTRY, VALID_FROM, VALID_UNTIL, PERIOD, UVCI -> Outcome.NOT_EU_DCC;
            case VERSION, NAME, BIRTH_DATE, DISEASE, COUNTRY, ISSUER, DOCTOR, CUEV -> Outcome.NOT_VALID;
        }, new Reason.Statement(defect));
    }
}
