package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as operators see it in the list.
 *
 * @param number the version
 * @param state what has become of it
 * @param sound whether its content is fit and still that which was proposed
 * @param contentHash hash of that content
 * @param author who proposed it
 * @param effective from when it was to be in force, as proposed; as decided, once it is approved
 * @param approver who agreed to it
 */
public record VersionView(int number, VersionState state, boolean sound, String contentHash, String author,
        Instant effective, Optional<String> approver) {

    static VersionView of(StoredVersion version, History history, Instant now) {
        Optional<Activation> approval = history.approvalOf(version.number());
        boolean sound = approval.map(Activation::contentHash).map(version::approvedAs).orElseGet(version::rules)
                .isPresent();
        return new VersionView(version.number(), history.stateOf(version.number(), now), sound, version.contentHash(),
                version.author(), approval.map(Activation::effective).orElse(version.effective()),
                approval.map(Activation::by));
    }
}
