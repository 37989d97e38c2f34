package it.dgc.common.hcert;

/** The outcome of decoding without keys: nothing is trusted, for tools and tests only. */
public sealed interface HcertInspection {

    /**
     * The container decodes; whoever made it.
     *
     * @param hcert the unverified certificate
     */
    record Readable(Hcert hcert) implements HcertInspection {}

    /**
     * The container does not decode.
     *
     * @param reason the stage that failed
     */
    record Unreadable(HcertRefusal reason) implements HcertInspection {}
}
