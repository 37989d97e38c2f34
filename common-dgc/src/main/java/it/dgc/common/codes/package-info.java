/**
 * The codes by which people fetch a certificate: CUEV, AUTHCODE, the end of the health card's number; and the small
 * rules that codes share (check characters, hashes that clients send, what people may type).
 *
 * <p>Not here: keys, peppers and look-ups. A bare SHA-256 of a code can be enumerated; whoever stores one puts an HMAC
 * over it.
 */
package it.dgc.common.codes;
