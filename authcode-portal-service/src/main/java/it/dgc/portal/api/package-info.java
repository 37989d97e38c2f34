/**
 * The portal for programs: the three forms and their captcha as JSON (Allegato B, chapters 5 and 6), described in
 * {@code openapi.yaml}.
 *
 * <p>Machine spelling only: exact codes, ISO dates, no field too many. Not for browsers of other sites: no foreign origin is
 * answered, and no cookie is looked at.
 */
package it.dgc.portal.api;
