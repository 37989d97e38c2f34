package it.dgc.generation.registry;

import java.time.Instant;

import it.dgc.common.uvci.Uvci;

/**
 * The right to send the pending events of one aggregate.
 *
 * @param uvci the aggregate
 * @param until when others may take over
 */
public record OutboxLease(Uvci uvci, Instant until) {}
