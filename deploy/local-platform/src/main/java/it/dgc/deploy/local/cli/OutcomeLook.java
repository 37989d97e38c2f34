package it.dgc.deploy.local.cli;

import it.dgc.common.verification.Outcome;
import it.dgc.deploy.local.console.Ink;

/**
 * How an outcome is shown and what the command's exit code is then; 1 and 2 are left to errors and wrong usage.
 *
 * @param exitCode of the command; a revoked certificate has that of one that is not valid, in a test too
 * @param ink its colour
 * @param symbol its symbol, for those who do not see colours
 */
record OutcomeLook(int exitCode, Ink ink, String symbol) {

    static OutcomeLook of(Outcome outcome) {
        return switch (outcome) {
            case VALID -> new OutcomeLook(0, Ink.GREEN, "✔");
            case NOT_VALID, REVOKED -> new OutcomeLook(3, Ink.RED, "✘");
            case NOT_VALID_YET -> new OutcomeLook(4, Ink.RED, "✘");
            case EXPIRED -> new OutcomeLook(5, Ink.RED, "✘");
            case NOT_EU_DCC -> new OutcomeLook(6, Ink.RED, "?");
            case SYNC_NEEDED -> new OutcomeLook(7, Ink.YELLOW, "!");
        };
    }
}
