/**
 * The verifier's own data: fetched from the public endpoints as VerificaC19 does, kept on disk, and handed to the verifier
 * of {@code it.dgc.common.verification}, which decides offline (Allegato B, chapters 2 to 4).
 *
 * <p>Knows nothing of any certificate, so nothing of one can reach the disk.
 */
package it.dgc.deploy.local.verifier;
