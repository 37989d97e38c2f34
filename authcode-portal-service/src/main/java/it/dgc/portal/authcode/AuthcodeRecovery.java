package it.dgc.portal.authcode;

import it.dgc.common.codes.AuthCode;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Submission;

/** Shows the AUTHCODE to who is verified (Allegato B, chapter 5). */
public interface AuthcodeRecovery {

    /** @return the code, or why there is none; never an exception for what others answer */
    Outcome<AuthCode> recover(AuthcodeRequest request, Submission by);
}
