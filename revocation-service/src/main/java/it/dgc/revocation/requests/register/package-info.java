/**
 * Where requests stand: one document each, found by its id, changed in single atomic writes (D4).
 *
 * <p>Not for what they say: doctors, codes and reasons pass through and are not kept (D8).
 */
package it.dgc.revocation.requests.register;
