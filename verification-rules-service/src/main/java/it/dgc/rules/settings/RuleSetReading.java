package it.dgc.rules.settings;

import java.util.List;

/** What came of reading a rule set. */
public sealed interface RuleSetReading {

    /**
     * It is fit to be served.
     *
     * @param set the rules
     */
    record Sound(RuleSet set) implements RuleSetReading {}

    /**
     * It must not go out.
     *
     * @param findings why, at least one
     */
    record Refused(List<Finding> findings) implements RuleSetReading {

        /** Copies the list. */
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
