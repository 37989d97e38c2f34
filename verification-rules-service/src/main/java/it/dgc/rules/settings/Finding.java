package it.dgc.rules.settings;

import java.util.Optional;

/**
 * One thing that is wrong with a rule set. It names the rule and never repeats its value.
 *
 * @param code what is wrong
 * @param rule which rule it is about, where it is about one whose name can be printed
 */
public record Finding(FindingCode code, Optional<RuleName> rule) {

    /**
     * @param code what is wrong with the whole
     * @return the finding
     */
    public static Finding of(FindingCode code) {
        return new Finding(code, Optional.empty());
    }

    static Finding of(FindingCode code, RuleName rule) {
        return new Finding(code, Optional.of(rule).filter(RuleName::isPrintable));
    }
}
