package it.dgc.generation.registry;

import java.util.List;

/**
 * Events of one aggregate and the right to send them.
 *
 * @param lease the right
 * @param messages oldest first
 */
public record LeasedMessages(OutboxLease lease, List<OutboxMessage> messages) {}
