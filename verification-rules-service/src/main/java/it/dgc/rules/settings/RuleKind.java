package it.dgc.rules.settings;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How clients read a value (VerificaC19 protocol, section 3, I19): what they would choke on is not published. */
enum RuleKind {

    DAYS(FindingCode.NOT_DAYS, matches("0|[1-9][0-9]{0,3}")),
    /** Days by which another rule is moved. */
    OFFSET(FindingCode.NOT_DAYS, matches("0|-?[1-9][0-9]{0,3}")), HOURS(FindingCode.NOT_HOURS,
            matches("0|[1-9][0-9]{0,3}")),
    /** Table 2: the end that the certificate names, or a number of days. */
    EXEMPTION_END(FindingCode.NOT_AN_END, matches("du|0|[1-9][0-9]{0,3}")),
    /** Swift takes these two words and no others. */
    BOOLEAN(FindingCode.NOT_A_BOOLEAN, matches("true|false")), VERSION(FindingCode.NOT_A_VERSION,
            matches("[0-9]{1,4}(\\.[0-9]{1,4}){0,3}")), COUNT(FindingCode.NOT_A_COUNT, matches("0|[1-9][0-9]?")), LIST(
                    FindingCode.NOT_A_LIST, RuleKind::isList), LINK(FindingCode.NOT_A_LINK,
                            matches("https://[!-~&&[^\"'<>\\\\]]{1,500}")), TEXT(FindingCode.NOT_A_TEXT,
                                    RuleKind::isText);

    /** Characters; the longest known identifier has 72. */
    private static final int LONGEST_ENTRY = 100;

    private static final Pattern ENTRY = Pattern.compile("[!-~&&[^;]]{0," + LONGEST_ENTRY + "}");

    private final FindingCode otherwise;
    private final Predicate<String> form;

    RuleKind(FindingCode otherwise, Predicate<String> form) {
        this.otherwise = otherwise;
        this.form = form;
    }

    static RuleKind of(RuleName rule) {
        return switch (rule.name()) {
            case "black_list_uvci", "EMA_vaccines" -> LIST;
            case "DRL_SYNC_ACTIVE", "DRL_SYNC_ACTIVE_EU" -> BOOLEAN;
            case "MAX_RETRY" -> COUNT;
            case "exemption_end_day" -> EXEMPTION_END;
            case "ios", "android", "sdk" -> VERSION;
            default -> rule.type().endsWith("_MIN_VERSION") ? VERSION : byTheName(rule.name());
        };
    }

    boolean fits(String value) {
        return form.test(value);
    }

    FindingCode otherwise() {
        return otherwise;
    }

    /** Texts are for people, in several languages; all else is looked up, mostly by name alone. */
    boolean isLookedUp() {
        return this != TEXT && this != LINK;
    }

    static List<String> entries(String list) {
        return Pattern.compile(";").splitAsStream(list).filter(entry -> !entry.isEmpty()).toList();
    }

    private static RuleKind byTheName(String name) {
        if (name.contains("_start_day") || name.contains("_end_day")) {
            return DAYS;
        }
        if (name.endsWith("_hours")) {
            return HOURS;
        }
        if (name.endsWith("_offset")) {
            return OFFSET;
        }
        return name.endsWith("_link") ? LINK : TEXT;
    }

    private static Predicate<String> matches(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean isList(String value) {
        return Pattern.compile(";").splitAsStream(value).allMatch(ENTRY.asMatchPredicate());
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }
}
