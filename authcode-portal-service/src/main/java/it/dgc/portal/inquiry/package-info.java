/**
 * How a filled-in form is answered (Allegato B, chapters 5 and 6): captcha, limits, both questions, and one answer for
 * all that cannot be verified, alike in content and in time.
 *
 * <p>Not for what a form asks, nor for how an answer looks: the forms have a package each, and pages and API show it.
 */
package it.dgc.portal.inquiry;
