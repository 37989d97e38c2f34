package it.dgc.common.spring;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Turns a failure into the problem for the caller and one line for the log, joined by the trace id. */
final class ProblemReport {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);
    /** Where tracing, if it is on, leaves the id of the current trace (W3C Trace Context: 32 hexadecimal characters). */
    private static final String TRACE_ID_KEY = "traceId";
    private static final String TRACE_ID_FORM = "[0-9a-f]{32}";

    private ProblemReport() {}

    /** An answer that was foreseen: which problem, and the class of the exception that led there. */
    static Problem refused(ProblemType type, Throwable cause) {
        Problem problem = traced(type);
        LOG.info("Refused: {}, trace {}, {}", type.code(), problem.traceId(), cause.getClass().getName());
        return problem;
    }

    /** A surprise: where it happened, but not its message, which may quote personal data. */
    static Problem failed(ProblemType type, Throwable cause) {
        Problem problem = traced(type);
        LOG.error("Failed: {}, trace {}, {}", type.code(), problem.traceId(), StackOutline.of(cause));
        return problem;
    }

    static Problem traced(ProblemType type) {
        String current = MDC.get(TRACE_ID_KEY);
        return current != null && current.matches(TRACE_ID_FORM) ? new Problem(type, current) : Problem.of(type);
    }
}
