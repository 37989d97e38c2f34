package it.dgc.generation.issuance;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.signing.CheckedCertificate;

/**
 * A certificate that nothing stands against.
 *
 * @param event that it attests
 * @param uvci its identifier
 * @param intent by which it is pinned
 * @param certificate what shall be signed
 */
record ReadyToSign(EventToCertify event, Uvci uvci, Intent intent, CheckedCertificate certificate) {}
