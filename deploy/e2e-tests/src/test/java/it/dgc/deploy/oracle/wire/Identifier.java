package it.dgc.deploy.oracle.wire;

import java.util.regex.Pattern;

/** The form of an Italian UVCI (reference channels, 2.5): {@code 01IT}, a UUID of version 4, a check digit. */
public final class Identifier {

    /** The 13th hexadecimal digit of a UUID is its version, the 17th begins with its variant (RFC 9562, section 4). */
    private static final Pattern FORM = Pattern.compile("01IT[0-9A-F]{12}4[0-9A-F]{3}[89AB][0-9A-F]{15}#[0-9]");

    private Identifier() {}

    /** @return whether form and check digit are right */
    public static boolean isGood(String uvci) {
        return FORM.matcher(uvci).matches()
                && uvci.charAt(uvci.length() - 1) == checkDigit(uvci.substring(0, uvci.length() - 2));
    }

    /** Every second value from the right is doubled, beginning with the last, and loses 9 once where it exceeds 9. */
    private static char checkDigit(String body) {
        int sum = 0;
        boolean doubled = true;
        for (int at = body.length() - 1; at >= 0; at--) {
            int value = Integer.parseInt(body, at, at + 1, 36) * (doubled ? 2 : 1);
            sum += doubled && value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return Character.forDigit((10 - sum % 10) % 10, 10);
    }
}
