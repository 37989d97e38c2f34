package it.dgc.generation.audit;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A link of the chain as an auditor notes it down outside of the platform: {@code SEQUENCE:HASH}.
 *
 * @param sequence position of the link; 0 stands before the first
 * @param hash its hash, lower-case hex
 */
public record NotedHead(long sequence, String hash) {

    /** At most 18 digits, so that every one fits a {@code long}. */
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** @return what was noted; empty where the text is anything else */
    public static Optional<NotedHead> parse(String text) {
        return FORM.matcher(text).results().filter(match -> match.group().equals(text)).findFirst()
                .map((MatchResult match) -> new NotedHead(Long.parseLong(match.group(1)), match.group(2)));
    }

    static NotedHead of(AuditHead head) {
        return new NotedHead(head.sequence(), head.hash());
    }

    boolean isOf(AuditHead head) {
        return equals(of(head));
    }

    /** @return {@code SEQUENCE:HASH} */
    public String text() {
        return sequence + ":" + hash;
    }
}
