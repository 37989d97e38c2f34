package it.dgc.rules.settings.http;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.rules.settings.RuleName;
import it.dgc.rules.settings.versions.VersionState;
import it.dgc.rules.settings.versions.VersionView;

/**
 * A version as operators get it; what is not known is left out.
 *
 * @param version its number
 * @param state what has become of it
 * @param sound whether it can be served
 * @param contentHash SHA-256 of its rules, as the ETag of {@code /v1/dgc/settings} shows it
 * @param author who proposed it
 * @param approver who approved it
 * @param effective from when it is in force
 * @param leftOnDevices rules that a rollback takes away and some devices keep (I20)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record VersionAnswer(int version, VersionState state, boolean sound, String contentHash, String author, String approver,
        Instant effective, List<RuleAnswer> leftOnDevices) {

    /** A rule without its value. */
    record RuleAnswer(String type, String name) {

        static RuleAnswer of(RuleName rule) {
            return new RuleAnswer(rule.type(), rule.name());
        }
    }

    static VersionAnswer of(VersionView view, Collection<RuleName> leftOnDevices) {
        return new VersionAnswer(view.number(), view.state(), view.sound(), view.contentHash(), view.author(),
                view.approver().orElse(null), view.effective(), leftOnDevices.stream().map(RuleAnswer::of).toList());
    }
}
