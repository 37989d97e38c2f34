package it.dgc.rules.signers;

/** What came of reading a message. */
sealed interface SignerReading {

    /** It can be applied. */
    record Understood(SignerChange change) implements SignerReading {}

    /** It can never be applied. */
    record Refused(RefusalReason reason) implements SignerReading {}
}
