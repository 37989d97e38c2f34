package it.dgc.deploy.local.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A terminal that keeps what was written. */
public final class RecordedTerminal {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final boolean interactive;

    private RecordedTerminal(boolean interactive) {
        this.interactive = interactive;
    }

    public static RecordedTerminal pipe() {
        return new RecordedTerminal(false);
    }

    public static RecordedTerminal interactive() {
        return new RecordedTerminal(true);
    }

    public Terminal terminal() {
        return new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), interactive,
                interactive);
    }

    public String out() {
        return out.toString(UTF_8);
    }

    public String err() {
        return err.toString(UTF_8);
    }
}
