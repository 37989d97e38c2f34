package it.dgc.common.problem;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends a request with a problem. Meant for controllers and filters only, where an outcome of the core becomes an HTTP
 * answer; the core itself returns outcomes. It carries no free text, so that nothing of the request can leak through it.
 */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final Duration retryAfter;

    /** @param type what the caller is told */
    public ProblemException(ProblemType type) {
        this(type, null);
    }

    /**
     * @param type what the caller is told
     * @param retryAfter how long the caller shall wait (RFC 9110, section 10.2.3; told in whole seconds, rounded up);
     * {@code null} where that is not told
     */
    public ProblemException(ProblemType type, Duration retryAfter) {
        // No stack trace: this is an answer, not a surprise, and attackers can ask for many of them.
        super(type.code(), null, false, false);
        this.type = type;
        this.retryAfter = retryAfter;
    }

    /** @return what the caller is told */
    public ProblemType type() {
        return type;
    }

    /** @return how long the caller shall wait, where that is told */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
