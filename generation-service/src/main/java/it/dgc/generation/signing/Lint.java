package it.dgc.generation.signing;

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
        return lints.stream().filter(lint -> !lint.kept.test(subject)).map(Lint::failure).toList();
    }
}
