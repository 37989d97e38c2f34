package it.dgc.common.messages;

/** Headers of a dead letter, all text in UTF-8. They carry codes and places, never a value nor a text of an exception. */
public final class DeadLetterHeaders {

    /** Why: a code, with a colon and the name of the field or of the rule where there is one. */
    public static final String REASON = "dgc-reason";
    /** Topic of the refused record. */
    public static final String ORIGIN_TOPIC = "dgc-origin-topic";
    /** Partition of the refused record, decimal. */
    public static final String ORIGIN_PARTITION = "dgc-origin-partition";
    /** Offset of the refused record, decimal. */
    public static final String ORIGIN_OFFSET = "dgc-origin-offset";
    /** Length of the refused value, in bytes, decimal; more than was kept where it was cut. */
    public static final String LENGTH = "dgc-length";

    private DeadLetterHeaders() {}
}
