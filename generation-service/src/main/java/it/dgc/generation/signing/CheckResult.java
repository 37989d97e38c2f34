package it.dgc.generation.signing;

import java.util.List;

/** What the checker found. */
public sealed interface CheckResult {

    /** @param certificate may be signed */
    record Passed(CheckedCertificate certificate) implements CheckResult {}

    /** @param failures every rule that the draft breaks, never empty */
    record Failed(List<LintFailure> failures) implements CheckResult {}
}
