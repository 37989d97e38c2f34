package it.dgc.deploy.oracle;

import java.util.Arrays;
import java.util.function.Consumer;

/** A dead letter: the refused value, with reason and origin in its headers (architecture, section 3). */
final class LetterCheck {

    /** Of a longer value only the beginning is kept, in bytes. */
    private static final int MAX_KEPT = 64 * 1024;

    private LetterCheck() {}

    /** @return where the refused record lies; there is one topic whose records can be refused */
    static Place origin(TopicRecord letter) {
        return new Place(Integer.parseInt(letter.headers().get("dgc-origin-partition")),
                Long.parseLong(letter.headers().get("dgc-origin-offset")));
    }

    static void check(TopicRecord letter, Expectation expectation, Consumer<Finding> findings) {
        String reason = letter.headers().get("dgc-reason");
        if (!expectation.reason().equals(reason)) {
            findings.accept(new Finding(Finding.Kind.WRONG_OUTCOME,
                    "dead letter of " + origin(letter) + " says " + reason + ", not " + expectation.reason()));
        }
        byte[] refused = expectation.record().value();
        if (!Arrays.equals(letter.value(), Arrays.copyOf(refused, Math.min(refused.length, MAX_KEPT)))) {
            findings.accept(new Finding(Finding.Kind.WRONG_FIELD, "value of the dead letter of " + origin(letter)));
        }
    }
}
