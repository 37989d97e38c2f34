/**
 * Where a request comes from, when proxies stand before us: only what a trusted one says is believed (reference: reliability T19).
 *
 * <p>Not for names: nothing here asks DNS. Not for the Forwarded header (RFC 7239): our edges write X-Forwarded-For.
 */
package it.dgc.portal.limits.address;
