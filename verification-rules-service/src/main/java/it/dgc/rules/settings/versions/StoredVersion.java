package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReading;

/**
 * A rule set as somebody proposed it.
 *
 * @param number from 1
 * @param content what the store gives for it, read anew
 * @param contentHash its hash when it was proposed
 * @param author name of the operator who proposed it
 * @param proposedAt when
 * @param effective when it shall come into force
 */
public record StoredVersion(int number, RuleSetReading content, String contentHash, String author, Instant proposedAt,
        Instant effective) {

    /**
     * @param approvedHash the hash to which the approver agreed
     * @return the rules, where they are fit and still those that were proposed and approved (T07)
     */
    public Optional<RuleSet> approvedAs(String approvedHash) {
        return rules().filter(set -> contentHash.equals(approvedHash));
    }

    /** @return the rules, where they are fit and still those that were proposed (T07) */
    public Optional<RuleSet> rules() {
        return content instanceof RuleSetReading.Sound(RuleSet set) && set.hash().equals(contentHash)
                ? Optional.of(set)
                : Optional.empty();
    }

    /** @return why the rules are not fit; nothing where they are, or where they merely are not those that were proposed */
    List<Finding> findings() {
        return content instanceof RuleSetReading.Refused(List<Finding> findings) ? findings : List.of();
    }
}
