package it.dgc.generation.issuance;

/**
 * A reason with the field or rule it is about.
 *
 * @param reason the reason
 * @param detail name of a field or of a rule, never a value; empty where the reason says all
 */
public record Rejection(RejectionReason reason, String detail) {

    public static Rejection of(RejectionReason reason) {
        return new Rejection(reason, "");
    }

    public static Rejection field(String name) {
        return new Rejection(RejectionReason.FIELD_INVALID, name);
    }

    /** @return what operators see: the reason, a colon and the detail where there is one */
    public String code() {
        return detail.isEmpty() ? reason.name() : reason.name() + ':' + detail;
    }
}
