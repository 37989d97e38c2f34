/**
 * Digits to see and to hear (WCAG 2.2, 1.1.1: a captcha in at least two senses), drawn and spoken without a screen, a sound
 * card, a font of the system or anybody's service.
 *
 * <p>Not for what the digits are, nor against a determined machine: what people can read and hear, machines can.
 */
package it.dgc.portal.captcha.senses;
