package it.dgc.generation.registry;

import it.dgc.common.uvci.Uvci;

/**
 * A message to a holder that is due.
 *
 * @param uvci the certificate that it is about
 * @param channel how the holder is reached
 * @param attempt how often it was tried before; 0 for the first time
 * @param record everything that was notified, as it was entered; personal
 */
public record DueDelivery(Uvci uvci, Channel channel, int attempt, String record) {

    /** @return nothing that leads to the person: the record holds everything in clear */
    @Override
    public String toString() {
        return "DueDelivery[" + uvci + ", " + channel + ", " + attempt + ']';
    }
}
