package it.dgc.generation.secrets;

/** An encrypted field was altered or moved, so that the key that it names cannot open it: trying again is in vain. */
public final class DamagedFieldException extends SecretsException {

    private static final long serialVersionUID = 1L;

    DamagedFieldException(Throwable cause) {
        super("A field could not be decrypted: it was altered or moved", cause);
    }
}
