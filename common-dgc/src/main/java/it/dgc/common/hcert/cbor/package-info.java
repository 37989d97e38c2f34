/**
 * CBOR (RFC 8949) as trees of plain Java values, the only room that knows the CBOR library.
 *
 * <p>A tree is made of {@code Long}, {@code String}, {@code byte[]}, {@code Boolean}, {@code Double}, {@code List},
 * {@code Map} and {@code null}; map order is kept both ways. {@code Cbor} goes by way of the library's items and is the
 * reference; {@code CborWriter} writes the same bytes without them, for where many are written. What the values mean is
 * not known here: headers are read in {@code cose}, claims in {@code cwt}.
 */
package it.dgc.common.hcert.cbor;
