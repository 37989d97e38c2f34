package it.dgc.generation.registry;

import java.util.List;
import java.util.Set;

import it.dgc.common.uvci.Uvci;

/**
 * A pinned certificate that is ready to be issued.
 *
 * @param uvci which
 * @param signed its text, and by which intent
 * @param channels by which the holder is to be told
 * @param messages go into the outbox
 */
public record SignedCertificate(Uvci uvci, Signed signed, Set<Channel> channels, List<OutboxMessage> messages) {}
