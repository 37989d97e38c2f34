package it.dgc.rules.settings.http;

import java.time.Instant;
import java.util.List;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.RuleSet;

/** What came of reading an operator's proposal. */
sealed interface ProposalReading {

    /** It can be recorded, if it fits. */
    record Understood(RuleSet rules, Instant effective) implements ProposalReading {}

    /** It is not fit, whatever is recorded. */
    record Refused(List<Finding> findings) implements ProposalReading {}
}
