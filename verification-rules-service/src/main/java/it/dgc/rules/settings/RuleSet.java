package it.dgc.rules.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * All rules that are in force together (VerificaC19 protocol, section 3). One that came out of {@link RuleSetReader} is
 * sound.
 *
 * @param rules in the order in which they are served
 */
public record RuleSet(List<Rule> rules) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** @return a JSON array of objects with name, type and value, without spaces: what goes over the wire */
    public byte[] json() {
        return JSON.writeValueAsBytes(untyped());
    }

    /** @return the rules as maps of name, type and value, for stores and files; {@link RuleSetReader} reads it */
    public List<Map<String, Object>> untyped() {
        return rules.stream().map(RuleSet::members).toList();
    }

    /** @return SHA-256 of {@link #json()}, lower-case hexadecimal: what two persons agreed on (T07) */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @return what is in it, in order */
    public Set<RuleName> names() {
        return rules.stream().map(Rule::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * @param id type and name
     * @return what the rule says, where there is one
     */
    public Optional<String> value(RuleName id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).map(Rule::value).findFirst();
    }

    private static Map<String, Object> members(Rule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", rule.id().name());
        members.put("type", rule.id().type());
        members.put("value", rule.value());
        return members;
    }
}
