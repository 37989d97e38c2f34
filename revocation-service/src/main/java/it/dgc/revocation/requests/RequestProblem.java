package it.dgc.revocation.requests;

import java.util.Map;
import java.util.Optional;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemType;

/** The two problems of this room that say more than their kind (RFC 9457, sections 3.1 and 3.2). */
final class RequestProblem {

    /** Unprocessable Content (RFC 9110, section 15.5.21), as the draft on the header field has it for this case. */
    static final int KEY_REUSED_STATUS = 422;

    private static final String KEY_REUSED_TYPE = "urn:pn-dgc:problem:idempotency-key-reused";
    private static final String KEY_REUSED_TITLE = "The key was used for another request";

    private RequestProblem() {}

    /** @param field the name of a field of ours, never a word of the caller's */
    static Map<String, Object> invalid(Optional<String> field) {
        Map<String, Object> members = Problem.of(ProblemType.INVALID_REQUEST).members();
        field.ifPresent(name -> members.put("field", name));
        return members;
    }

    static Map<String, Object> keyReused() {
        Map<String, Object> members = Problem.of(ProblemType.CONFLICT).members();
        members.put("type", KEY_REUSED_TYPE);
        members.put("title", KEY_REUSED_TITLE);
        members.put("status", KEY_REUSED_STATUS);
        return members;
    }
}
