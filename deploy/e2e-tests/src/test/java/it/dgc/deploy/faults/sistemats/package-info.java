/**
 * Sistema TS as a process that may die: what it publishes, good and bad, and the ledger in which it says so. The producer itself is
 * the mock's.
 */
package it.dgc.deploy.faults.sistemats;
