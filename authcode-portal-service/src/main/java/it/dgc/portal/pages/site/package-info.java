/**
 * What all pages share: their addresses and languages, their frame, the pages that only tell something, and those that tell a
 * failure.
 *
 * <p>Not for forms.
 */
package it.dgc.portal.pages.site;
