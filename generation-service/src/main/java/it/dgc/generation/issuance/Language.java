package it.dgc.generation.issuance;

/** Language of messages and documents. */
public enum Language {
    IT, EN, DE, FR
}
