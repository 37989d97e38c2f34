package it.dgc.common.problem;

import java.net.URI;

/**
 * The kinds of failure that callers can tell apart (RFC 9457, section 3.1: {@code type}, {@code title}, {@code status}).
 * A kind says what to do next and nothing about persons: a wrong fiscal code, a wrong card, a wrong date and no
 * certificate are all {@link #NOT_VERIFIED}.
 */
public enum ProblemType {
    /** The request is malformed; repeating it unchanged is useless. */
    INVALID_REQUEST("invalid-request", "The request is not valid", 400),
    /** The caller has not shown who it is. */
    UNAUTHENTICATED("unauthenticated", "Authentication is required", 401),
    /** The caller is known and may not do this. */
    FORBIDDEN("forbidden", "Not allowed", 403),
    /** There is no such resource. */
    NOT_FOUND("not-found", "Not found", 404),
    /** The resource exists and does not take this method. */
    METHOD_NOT_ALLOWED("method-not-allowed", "Method not allowed", 405),
    /** The request contradicts what is stored. */
    CONFLICT("conflict", "The request contradicts the current state", 409),
    /** The body is larger than this resource takes. */
    TOO_LARGE("too-large", "The request is too large", 413),
    /** The body is in a format that this resource does not take. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The format of the request is not supported", 415),
    /** The data given do not lead to a certificate; it is not told which of them is wrong. */
    NOT_VERIFIED("not-verified", "The data could not be verified", 422),
    /** The {@code Idempotency-Key} came before, with another content. */
    KEY_REUSED("idempotency-key-reused", "The key was used for another request", 422),
    /** The captcha was not solved, or was used before. */
    CAPTCHA_FAILED("captcha-failed", "The captcha was not solved", 422),
    /** The caller asked too often. */
    TOO_MANY_REQUESTS("too-many-requests", "Too many requests", 429),
    /** An unforeseen failure; the trace id leads to it in the log. */
    INTERNAL("internal", "Internal error", 500),
    /** Something that the platform needs does not answer; the same request may succeed later. */
    TRY_LATER("try-later", "Temporarily unavailable, try later", 503);

    private static final String NAMESPACE = "urn:pn-dgc:problem:";

    private final String code;
    private final String title;
    private final int status;

    ProblemType(String code, String title, int status) {
        this.code = code;
        this.title = title;
        this.status = status;
    }

    /** @return the last part of {@link #uri()}: lower-case words and hyphens */
    public String code() {
        return code;
    }

    /** @return {@code urn:pn-dgc:problem:} and the code: the {@code type} member */
    public URI uri() {
        return URI.create(NAMESPACE + code);
    }

    /** @return one English phrase, the same for every occurrence */
    public String title() {
        return title;
    }

    /** @return the HTTP status that goes with it */
    public int status() {
        return status;
    }
}
