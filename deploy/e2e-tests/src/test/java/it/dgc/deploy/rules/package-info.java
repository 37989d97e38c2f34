/**
 * The rules that every class of the house keeps, and one seeded breach of each (below {@code seeded}) that proves that
 * the rule bites.
 *
 * <p>Not for formatting, imports or unused code: the formatter and the compiler watch those.
 */
package it.dgc.deploy.rules;
