package it.dgc.generation.registry;

import java.util.List;
import java.util.Set;

/**
 * A change to whether a certificate may be accepted.
 *
 * @param state where it stands afterwards
 * @param grounds why it is revoked afterwards
 * @param id identifies the change: the same is made once
 * @param messages leave with it
 */
public record Revision(CertificateState state, Set<Ground> grounds, String id, List<OutboxMessage> messages) {}
