/**
 * What keeps pages from being used by others: headers that forbid everything foreign, and forms that only our own pages can send
 * (reference: reliability T14, P24).
 *
 * <p>Not for captchas and limits, which bound what our own forms may ask.
 */
package it.dgc.portal.pages.guard;
