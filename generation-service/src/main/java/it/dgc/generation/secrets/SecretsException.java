package it.dgc.generation.secrets;

/**
 * The secrets are missing, broken or do not fit the data; the message names the place, never a value.
 *
 * <p>An operator's matter, and over once the secrets are right: what failed may be tried again, except for a
 * {@link DamagedFieldException}.
 */
public sealed class SecretsException extends RuntimeException permits DamagedFieldException {

    private static final long serialVersionUID = 1L;

    public SecretsException(String message) {
        super(message);
    }

    SecretsException(String message, Throwable cause) {
        super(message, cause);
    }
}
