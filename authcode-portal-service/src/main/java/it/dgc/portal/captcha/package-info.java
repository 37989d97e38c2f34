/**
 * The captcha of the three forms ({@code codiceCaptcha}, Allegato B, Tables 3 and 4): work for the browser (ALTCHA), or a code to
 * type that can be seen and heard. One use, one try, a short life, for one form; all instances share what is open.
 *
 * <p>Not a guard: it puts a price on bulk, and the limits are what bounds guessing. Not a test of persons either: who cannot see
 * may hear, who has no JavaScript may type, and nobody else is asked.
 */
package it.dgc.portal.captcha;
