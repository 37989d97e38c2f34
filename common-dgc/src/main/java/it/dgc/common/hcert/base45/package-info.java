/**
 * The text form of bytes in a QR code's alphanumeric mode (RFC 9285).
 *
 * <p>Knows neither the {@code HC1:} prefix nor what the bytes mean.
 */
package it.dgc.common.hcert.base45;
