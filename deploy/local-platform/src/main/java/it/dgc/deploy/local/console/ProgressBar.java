package it.dgc.deploy.local.console;

import java.util.Locale;

/** Shows how far a count has come: a bar that moves on a terminal, a line for every tenth elsewhere. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;
    private static final double NANOS = 1e9;

    private final Terminal terminal;
    private final String what;
    private final long total;
    private final long begin = System.nanoTime();
    private long tenthsShown;

    /**
     * @param terminal where to show it
     * @param what what is counted
     * @param total the count at the end, at least 1
     */
    public ProgressBar(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /** @param done the count so far */
    public void show(long done) {
        if (terminal.live()) {
            int filled = (int) (WIDTH * done / total);
            terminal.err().print("\r\u001b[K[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + line(done));
            terminal.err().flush();
        } else if (TENTHS * done / total > tenthsShown) {
            tenthsShown = TENTHS * done / total;
            terminal.say(line(done));
        }
    }

    /** Leaves the line. */
    public void end() {
        if (terminal.live()) {
            terminal.err().println();
        }
    }

    private String line(long done) {
        double seconds = (System.nanoTime() - begin) / NANOS;
        return String.format(Locale.ROOT, "%d of %d %s, %.0f/s", done, total, what, done / Math.max(seconds, 0.001));
    }
}
