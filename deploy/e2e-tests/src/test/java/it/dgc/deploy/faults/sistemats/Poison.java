package it.dgc.deploy.faults.sistemats;

import it.dgc.common.messages.ExemptionNotification;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What nobody can use, with the reason that the platform must give (reference reliability, section 4, table A). */
enum Poison {
    EMPTY("EMPTY"), CUT_OFF("MALFORMED_JSON"), TWO_CUEVS("DUPLICATE_KEY"), FOREIGN_FIELD("SCHEMA"), LATER_VERSION(
            "UNSUPPORTED_VERSION"), OTHER_KEY("KEY_MISMATCH"), WRONG_CHECK_CHARACTER(
                    "FIELD_INVALID:holder.fiscalCode"), TOO_DEEP("TOO_DEEPLY_NESTED"), TOO_LARGE(
                            "TOO_LARGE"), CERTIFIES_THEMSELF("SELF_CERTIFICATION");

    private static final int MANY = 20_000;

    private final String reason;

    Poison(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    byte[] key(ExemptionNotification base) {
        return (this == OTHER_KEY ? "EXEMPT123U" : base.cuev()).getBytes(UTF_8);
    }

    byte[] value(ExemptionNotification base, String json) {
        String text = switch (this) {
            case EMPTY -> "";
            case CUT_OFF -> json.substring(0, json.length() / 2);
            case TWO_CUEVS -> json.replaceFirst("\\{", "{\"cuev\":\"" + base.cuev() + "\",");
            case FOREIGN_FIELD -> json.replaceFirst("\\{", "{\"admin\":\"yes\",");
            case LATER_VERSION -> json.replace("\"schemaVersion\":1", "\"schemaVersion\":2");
            case OTHER_KEY -> json;
            case WRONG_CHECK_CHARACTER -> json.replace(base.holder().fiscalCode(), broken(base.holder().fiscalCode()));
            case TOO_DEEP -> "{\"cuev\":" + "[".repeat(MANY / 2);
            case TOO_LARGE -> json.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(MANY) + "\",");
            case CERTIFIES_THEMSELF -> json.replace(base.doctor().fiscalCode(), base.holder().fiscalCode());
        };
        return text.getBytes(UTF_8);
    }

    private static String broken(String fiscalCode) {
        int last = fiscalCode.length() - 1;
        return fiscalCode.substring(0, last) + (fiscalCode.charAt(last) == 'A' ? 'B' : 'A');
    }
}
