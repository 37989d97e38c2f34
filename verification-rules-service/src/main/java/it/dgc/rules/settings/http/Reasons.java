package it.dgc.rules.settings.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.dgc.common.problem.Problem;
import it.dgc.rules.settings.Finding;

/** Writes a problem with its reasons (RFC 9457, section 3.2): codes and names of rules, never what the caller sent. */
final class Reasons {

    /** Reasons told; whoever gets more wrong sees the rest at the next try. */
    private static final int MOST = 100;

    private Reasons() {}

    static Map<String, Object> of(Problem problem, List<Finding> findings) {
        return members(problem, findings.stream().limit(MOST).map(Reasons::member).toList());
    }

    static Map<String, Object> of(Problem problem, Enum<?> first, List<Finding> findings) {
        List<Map<String, Object>> reasons = new ArrayList<>(List.of(Map.of("code", first.name())));
        findings.stream().limit(MOST).map(Reasons::member).forEach(reasons::add);
        return members(problem, reasons);
    }

    private static Map<String, Object> members(Problem problem, List<Map<String, Object>> reasons) {
        Map<String, Object> members = problem.members();
        members.put("reasons", reasons);
        return members;
    }

    private static Map<String, Object> member(Finding finding) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("code", finding.code().name());
        finding.rule().ifPresent(rule -> {
            member.put("type", rule.type());
            member.put("name", rule.name());
        });
        return member;
    }
}
