/**
 * The audit trail: what the outboxes tell the auditor is chained by hash, in one order, by one writer at a time, so that
 * nothing can be taken out or changed later without breaking the chain; and the chain is held against the register.
 *
 * <p>Knows no person: an actor is a role and a keyed hash. What is an event, the rooms that cause it know.
 */
package it.dgc.generation.audit;
