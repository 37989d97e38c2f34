package it.dgc.deploy.local.platform;

import java.util.Locale;

/** The parts that can run alone. */
public enum PartName {

    KAFKA, STORE, GENERATION, REVOCATION, RULES, PORTAL, SISTEMA_TS, MAIL, EDGE;

    /** @return as it is written on the command line */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
