package it.dgc.common.exemption;

/** The outcome of looking for an exemption in a DCC. */
public sealed interface ExemptionReading {

    /**
     * The DCC states one exemption.
     *
     * @param exemption the typed value
     */
    record Read(Exemption exemption) implements ExemptionReading {}

    /** The DCC has no group {@code e}; it may be a certificate of another kind. */
    record NotAnExemption() implements ExemptionReading {}

    /**
     * The DCC has a group {@code e} that does not state one exemption.
     *
     * @param reason the first defect that was found
     */
    record Malformed(ExemptionDefect reason) implements ExemptionReading {}
}
