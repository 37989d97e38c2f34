package it.dgc.rules.settings;

import java.util.regex.Pattern;

/**
 * What identifies a rule: the same name may stand under several types, as the days of each vaccine do (VerificaC19
 * protocol, section 3).
 *
 * @param type the group, {@code GENERIC} for most
 * @param name the name within the group; many clients look rules up by it alone
 */
public record RuleName(String type, String name) {

    /** The group of the rules that are about no vaccine in particular. */
    public static final String GENERIC = "GENERIC";

    /** Table 2: days from the beginning of an exemption to the first day on which it is good. */
    public static final RuleName EXEMPTION_START_DAY = new RuleName(GENERIC, "exemption_start_day");

    /** Table 2: days an exemption is good, or {@code du}: until its own last day. */
    public static final RuleName EXEMPTION_END_DAY = new RuleName(GENERIC, "exemption_end_day");

    /** Identifiers that are refused for good; one client stops without it (I18). */
    public static final RuleName BLACK_LIST = new RuleName("black_list_uvci", "black_list_uvci");

    /** Letters, digits and the marks that known names hold; at most 64, far above any of them. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]{0,63}");

    /** @return whether both parts are of the form; only then may they be printed */
    public boolean isPrintable() {
        return type != null && name != null && FORM.matcher(type).matches() && FORM.matcher(name).matches();
    }
}
