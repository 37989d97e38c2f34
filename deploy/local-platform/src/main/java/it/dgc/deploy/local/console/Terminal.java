package it.dgc.deploy.local.console;

import java.io.PrintStream;

/**
 * Where a command writes: results to {@code out}, what is said meanwhile to {@code err}.
 *
 * @param out results; what a script reads
 * @param err progress and errors
 * @param colour whether {@code out} is a terminal that shows colours
 * @param live whether {@code err} is a terminal on which a line can be overwritten
 */
public record Terminal(PrintStream out, PrintStream err, boolean colour, boolean live) {

    /** @return the process's own streams; the launcher says what they are, for the JDK tells it only since 22 */
    public static Terminal ofProcess() {
        return new Terminal(System.out, System.err, Boolean.getBoolean("dgc.colour"), Boolean.getBoolean("dgc.live"));
    }

    /** @param line a result */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /** @param line what goes on */
    public void say(String line) {
        err.println(line);
        err.flush();
    }

    /**
     * @param ink a colour
     * @param text for {@code out}
     * @return the text in that colour, where {@code out} shows any
     */
    public String painted(Ink ink, String text) {
        return colour ? ink.paint(text) : text;
    }
}
