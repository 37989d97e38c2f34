package it.dgc.portal.retrieval;

import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Submission;

/** Gives the certificate to who is verified; neither method throws for what others answer. */
public interface CertificateRetrieval {

    /** @return text of the QR code, {@code HC1:...} (Allegato B, chapter 6) */
    Outcome<String> withoutCard(NoCardRequest request, Submission by);

    /** @return text of the QR code, {@code HC1:...} (Allegato B, section 5.2) */
    Outcome<String> withCode(CodeRequest request, Submission by);
}
