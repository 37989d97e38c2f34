package it.dgc.generation.registry;

import java.util.Optional;

import it.dgc.common.uvci.Uvci;

/**
 * A message to a holder that is due.
 *
 * @param uvci the certificate that it is about
 * @param channel how the holder is reached
 * @param attempt how often it was tried before; 0 for the first time
 * @param record everything that was notified, as it was entered; personal
 * @param notice the recovery that it tells of; empty for the message that comes with the certificate
 */
public record DueDelivery(Uvci uvci, Channel channel, int attempt, String record, Optional<Notice> notice) {

    /** That the certificate is there. */
    public DueDelivery(Uvci uvci, Channel channel, int attempt, String record) {
        this(uvci, channel, attempt, record, Optional.empty());
    }

    /** @return nothing that leads to the person: the record holds everything in clear */
    @Override
    public String toString() {
        return "DueDelivery[" + uvci + ", " + channel + ", " + attempt + ']';
    }
}
