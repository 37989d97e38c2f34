package it.dgc.generation.intake;

/** Whether something can be sent there: the forms of addresses, not whether anybody has them. */
final class ContactForms {

    /** RFC 5321, 4.5.3.1: of the part before the {@code @}, and of the whole that a mail server takes. */
    private static final int LOCAL_LENGTH = 64;
    private static final int EMAIL_LENGTH = 254;
    /** RFC 1035, 2.3.4. */
    private static final int LABEL_LENGTH = 63;
    /** RFC 5322, 3.2.3: what is no letter and no digit in an atom; the dot between atoms goes with them. */
    private static final String ATOM_SIGNS = ".!#$%&'*+/=?^_`{|}~-";
    /** E.164 without the plus sign. */
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private ContactForms() {}

    static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return text.length() <= EMAIL_LENGTH && at > 0 && at <= LOCAL_LENGTH && isLocalPart(text, at)
                && isDomain(text, at + 1);
    }

    private static boolean isLocalPart(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (!isAlphanumeric(text.charAt(i)) && ATOM_SIGNS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** At least two labels, each of letters, digits and hyphens, the first of them no hyphen. */
    private static boolean isDomain(String text, int from) {
        int start = from;
        for (int dot = text.indexOf('.', from); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isLabel(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return start > from && isLabel(text, start, text.length());
    }

    private static boolean isLabel(String text, int from, int to) {
        if (from == to || to - from > LABEL_LENGTH || text.charAt(from) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    static boolean isMobile(String text) {
        int digits = text.length() - 1;
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || text.charAt(0) != '+' || text.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i <= digits; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
