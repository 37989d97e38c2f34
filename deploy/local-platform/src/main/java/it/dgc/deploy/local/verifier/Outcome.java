package it.dgc.deploy.local.verifier;

import it.dgc.deploy.local.console.Ink;

/** What a verifier sees, in the words of VerificaC19; each with its exit code. */
public enum Outcome {

    VALID(0, Ink.GREEN, "✔"), NOT_VALID(3, Ink.RED, "✘"), NOT_VALID_YET(4, Ink.RED, "✘"), EXPIRED(5, Ink.RED,
            "✘"), NOT_EU_DCC(6, Ink.RED, "?"), SYNC_NEEDED(7, Ink.YELLOW, "!");

    private final int exitCode;
    private final Ink ink;
    private final String symbol;

    Outcome(int exitCode, Ink ink, String symbol) {
        this.exitCode = exitCode;
        this.ink = ink;
        this.symbol = symbol;
    }

    /** @return exit code of the command; 1 and 2 are left to errors and wrong usage */
    public int exitCode() {
        return exitCode;
    }

    /** @return its colour */
    public Ink ink() {
        return ink;
    }

    /** @return its symbol */
    public String symbol() {
        return symbol;
    }
}
