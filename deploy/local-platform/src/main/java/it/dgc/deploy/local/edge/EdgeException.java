package it.dgc.deploy.local.edge;

/** The edge could not be started or stopped. */
public final class EdgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EdgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
