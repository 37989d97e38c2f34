/**
 * The generation service: it owns the certificates.
 *
 * <p>The road of a notification, one room each: {@code intake} reads and checks it, {@code issuance} decides by the
 * policies of Allegato B chapter 1, {@code signing} checks and signs, {@code registry} keeps one aggregate per
 * certificate, {@code events} tells the other services, {@code audit} chains what the auditor is told, {@code deadletters}
 * keeps what could not be used, {@code retention} erases what has ended. {@code secrets} holds what is derived or encrypted with keys.
 * No HTTP endpoint here signs anything.
 */
package it.dgc.generation;
