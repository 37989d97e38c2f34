package it.dgc.generation.secrets;

/** The secrets are missing, broken or do not fit the data; the message names the place, never a value. */
public final class SecretsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretsException(String message) {
        super(message);
    }

    SecretsException(String message, Throwable cause) {
        super(message, cause);
    }
}
