package it.dgc.deploy.benchmarks;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param work what was done
 * @param beside the peer, or what limits it
 * @param ours figure, in {@code unit}
 * @param theirs the same of the peer
 * @param unit of both
 * @param compared what is held against the goal
 * @param goal in the same terms
 * @param isLeast whether {@code goal} is a least or a most
 * @param note how it was measured, where the name does not say it
 */
record Finding(String work, String beside, double ours, double theirs, String unit, double compared, double goal,
        boolean isLeast, String note) {

    /** Ours over theirs, of which more is better. */
    static Finding atLeast(double goal, String work, String beside, double ours, double theirs, String unit,
            String note) {
        return new Finding(work, beside, ours, theirs, unit, ours / theirs, goal, true, note);
    }

    /** Our own figure, of which more is better. */
    static Finding ownAtLeast(double goal, String work, String beside, double ours, double theirs, String unit,
            String note) {
        return new Finding(work, beside, ours, theirs, unit, ours, goal, true, note);
    }

    /** Our own figure, of which less is better. */
    static Finding atMost(double goal, String work, String beside, double ours, double theirs, String unit,
            String note) {
        return new Finding(work, beside, ours, theirs, unit, ours, goal, false, note);
    }

    /** Ours over theirs, of which less is better. */
    static Finding ratioAtMost(double goal, String work, String beside, double ours, double theirs, String unit,
            String note) {
        return new Finding(work, beside, ours, theirs, unit, ours / theirs, goal, false, note);
    }

    /** A line that says what is missing, instead of being missing. */
    static Finding missing(String work, String beside) {
        return new Finding(work, beside, Double.NaN, Double.NaN, "", Double.NaN, Double.NaN, true, "");
    }

    boolean isMet() {
        return isLeast ? compared >= goal : compared <= goal;
    }

    /** @return as a row of a Markdown table */
    String row() {
        return String.format(Locale.ROOT, "| %s | %s | %s %s | %s | %s | %s %s | %s | %s |", work, beside, figure(ours),
                unit, figure(theirs), figure(compared), isLeast ? "at least" : "at most", figure(goal),
                judgement(), note);
    }

    private String judgement() {
        if (Double.isNaN(compared)) {
            return "not measured";
        }
        return isMet() ? "met" : "**not met**";
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
