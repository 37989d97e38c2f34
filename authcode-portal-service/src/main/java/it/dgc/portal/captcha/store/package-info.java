/**
 * What is open, for all instances: one document a captcha, found by its {@code _id}, made and used up in single atomic writes (D4).
 *
 * <p>Not for solutions: of an answer only the keyed hash comes here.
 */
package it.dgc.portal.captcha.store;
