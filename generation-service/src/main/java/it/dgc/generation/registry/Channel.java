package it.dgc.generation.registry;

/** How a holder is reached. */
public enum Channel {
    EMAIL, SMS
}
