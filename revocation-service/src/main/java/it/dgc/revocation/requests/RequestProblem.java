package it.dgc.revocation.requests;

import java.util.Map;
import java.util.Optional;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemType;

/** A problem that names the field (RFC 9457, section 3.2). */
final class RequestProblem {

    private RequestProblem() {}

    /** @param field the name of a field of ours, never a word of the caller's */
    static Map<String, Object> invalid(Optional<String> field) {
        Map<String, Object> members = Problem.of(ProblemType.INVALID_REQUEST).members();
        field.ifPresent(name -> members.put("field", name));
        return members;
    }
}
