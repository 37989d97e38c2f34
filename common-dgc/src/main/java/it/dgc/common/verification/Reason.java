package it.dgc.common.verification;

import java.util.Objects;

import it.dgc.common.exemption.ExemptionDefect;
import it.dgc.common.hcert.HcertRefusal;

/**
 * Why a certificate is not valid, for tests and diagnosis: a code without personal data. It can tell the kind of a
 * certificate, so it is not for the eyes of a verifier (Allegato B, chapter 4, step 3).
 */
public sealed interface Reason {

    /** @return a stable name, capitals and underscores */
    String code();

    /**
     * The container, the signature or the signer.
     *
     * @param refusal what the decoder said
     */
    record Container(HcertRefusal refusal) implements Reason {

        /** Requires the refusal. */
        public Container {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public String code() {
            return refusal.name();
        }
    }

    /**
     * What an exemption states.
     *
     * @param defect its first defect
     */
    record Statement(ExemptionDefect defect) implements Reason {

        /** Requires the defect. */
        public Statement {
            Objects.requireNonNull(defect, "defect");
        }

        @Override
        public String code() {
            return "EXEMPTION_" + defect.name();
        }
    }

    /** The verifier's data and rules. */
    enum Rule implements Reason {

        /** More than a day has passed since the data were synchronised. */
        DATA_OLD,
        /** The clock stands before the last synchronisation. */
        CLOCK_SET_BACK,
        /** No trusted keys. */
        NO_KEYS,
        /** No revocation list, although the rules ask for it. */
        NO_LIST,
        /** A statement without {@code ci}, or no statement. */
        NO_IDENTIFIER,
        /** {@code ver}, {@code nam} or {@code dob} is not as the schema 1.x has it. */
        SCHEMA,
        /** An exemption whose certificate was not issued by Italy (claim {@code iss}). */
        ISSUER,
        /** On the list of the rules ({@code black_list_uvci}). */
        BLACK_LIST,
        /** On the revocation list. */
        REVOCATION_LIST,
        /** Before the first day. */
        FIRST_DAY,
        /** After the last day. */
        LAST_DAY;

        @Override
        public String code() {
            return name();
        }
    }
}
