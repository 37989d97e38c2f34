package it.dgc.common.fuzz;

/** What must hold for any input; made for being asked some ten thousand times a second. */
public final class Invariant {

    private Invariant() {}

    /**
     * @param condition what is expected
     * @param sentence the rule; quotes nothing of the input, which the fuzzer keeps in a file
     * @throws AssertionError where the condition does not hold
     */
    public static void holds(boolean condition, String sentence) {
        if (!condition) {
            throw new AssertionError(sentence);
        }
    }
}
