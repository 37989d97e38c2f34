package it.dgc.generation.revocation;

/** Why a request is not followed. The name is the code that the requester sees. */
public enum RevocationRefusal {
    /** No certificate has that identifier. */
    UNKNOWN,
    /** CUEV and identifier are of two certificates. */
    MISMATCH,
    /** The certificate is not in a state for it, or the doctor is suspended. */
    NOT_ALLOWED
}
