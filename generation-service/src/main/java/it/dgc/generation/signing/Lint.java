package it.dgc.generation.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One rule.
 *
 * @param failure what is reported where it is broken
 * @param kept whether a subject keeps it
 */
record Lint<T>(LintFailure failure, Predicate<T> kept) {

    static <T> List<LintFailure> failures(List<Lint<T>> lints, T subject) {
        List<LintFailure> failures = List.of();
        for (Lint<T> lint : lints) {
            if (!lint.kept.test(subject)) {
                failures = with(failures, lint.failure);
            }
        }
        return failures;
    }

    private static List<LintFailure> with(List<LintFailure> failures, LintFailure another) {
        List<LintFailure> longer = new ArrayList<>(failures);
        longer.add(another);
        return longer;
    }
}
