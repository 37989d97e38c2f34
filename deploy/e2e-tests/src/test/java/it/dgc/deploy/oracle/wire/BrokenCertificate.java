package it.dgc.deploy.oracle.wire;

/** A text is no certificate, or one that nobody should believe; the message says why, without a value. */
public final class BrokenCertificate extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenCertificate(String message) {
        super(message);
    }

    BrokenCertificate(String message, Throwable cause) {
        super(message, cause);
    }
}
