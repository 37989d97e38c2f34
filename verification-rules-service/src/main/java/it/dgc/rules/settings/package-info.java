/**
 * The rules by which verifiers judge certificates: what a rule set is, and when it is fit to be served (Allegato B,
 * chapter 3; VerificaC19 protocol, section 3, invariants I18 to I20).
 *
 * <p>{@code versions} keeps them and decides which one is in force, {@code served} holds what verifiers get,
 * {@code http} answers them and the operators.
 *
 * <p>Not for judging certificates: that is the verifier's, offline. Not for who may call: the edge of the service says
 * that.
 */
package it.dgc.rules.settings;
