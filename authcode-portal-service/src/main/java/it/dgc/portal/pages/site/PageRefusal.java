package it.dgc.portal.pages.site;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/** Ends a request with a page that tells why. */
public final class PageRefusal extends RuntimeException {

    /** Why, and with which status. */
    public enum Reason {
        /** It was not sent as a form of ours is. */
        MALFORMED(HttpStatus.BAD_REQUEST),
        /** It did not come from one of our forms. */
        FOREIGN(HttpStatus.FORBIDDEN),
        /** There is no such page. */
        NOT_FOUND(HttpStatus.NOT_FOUND),
        /** The link was used, is too old, or never was one. */
        LINK_ENDED(HttpStatus.NOT_FOUND),
        /** The page takes no forms. */
        METHOD(HttpStatus.METHOD_NOT_ALLOWED),
        /** No form is that long. */
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        /** It is no form at all. */
        MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        /** One address asked for too many captchas within a minute. */
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
        /** What is needed does not answer. */
        TRY_LATER(HttpStatus.SERVICE_UNAVAILABLE),
        /** A surprise. */
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param reason is told to the reader */
    public PageRefusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }
}
