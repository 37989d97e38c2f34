package it.dgc.generation.signing;

/** No signature could be made, or a key cannot be used; the message never names what was to be signed. */
public final class SigningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SigningException(String message) {
        super(message);
    }

    SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
