package it.dgc.portal.limits.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text forms of RFC 4291, section 2.2. */
final class V6Text {

    private static final int GROUPS = 8;
    private static final int LONGEST = 45;
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final String ZEROS = "::";

    private V6Text() {}

    static Optional<byte[]> bytes(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int zeros = text.indexOf(ZEROS);
        List<String> groups = zeros < 0 ? groups(text, true) : filled(text, zeros);
        boolean valid = groups.size() == GROUPS && groups.stream().allMatch(group -> GROUP.matcher(group).matches());
        return valid ? Optional.of(joined(groups)) : Optional.empty();
    }

    /** The two colons stand for one group at least; a second pair of them is left over and is no group. */
    private static List<String> filled(String text, int zeros) {
        List<String> groups = new ArrayList<>(groups(text.substring(0, zeros), false));
        List<String> tail = groups(text.substring(zeros + ZEROS.length()), true);
        groups.addAll(Collections.nCopies(Math.max(1, GROUPS - groups.size() - tail.size()), "0"));
        groups.addAll(tail);
        return groups;
    }

    private static List<String> groups(String text, boolean last) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> groups = new ArrayList<>(List.of(text.split(":", -1)));
        return last ? withoutDots(groups) : groups;
    }

    private static List<String> withoutDots(List<String> groups) {
        String end = groups.getLast();
        if (V4Text.isValid(end)) {
            String hex = HexFormat.of().formatHex(V4Text.bytes(end).orElseThrow());
            groups.removeLast();
            groups.addAll(List.of(hex.substring(0, 4), hex.substring(4)));
        }
        return groups;
    }

    private static byte[] joined(List<String> groups) {
        StringBuilder hex = new StringBuilder();
        groups.forEach(group -> hex.append("0".repeat(4 - group.length())).append(group));
        return HexFormat.of().parseHex(hex);
    }
}
