package it.dgc.rules.settings;

/**
 * One rule, as verifiers get it.
 *
 * @param id type and name
 * @param value always text, also where it means a number (I19)
 */
public record Rule(RuleName id, String value) {

    /**
     * @param type the group
     * @param name the name within it
     * @param value what it says
     * @return the rule
     */
    public static Rule of(String type, String name, String value) {
        return new Rule(new RuleName(type, name), value);
    }
}
