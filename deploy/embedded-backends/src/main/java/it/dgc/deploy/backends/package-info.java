/**
 * A real Kafka and a MongoDB-compatible store inside one JVM, for the local platform, rehearsals of faults and tests on a machine
 * without Docker.
 *
 * <p>Not for production and no basis for any statement about the speed of Kafka or MongoDB: one node, no authentication, loopback
 * only. What is acknowledged survives the death of the process, not the loss of power. The store has no sessions and no
 * transactions, never deletes by TTL, ignores partial and non-unique indexes and collations: nothing here pretends otherwise, so
 * rely on single documents and unique keys only, and filter on expiry yourself. Its file takes some seven times the size
 * of the documents.
 *
 * <p>Nothing here configures logging. Beside Logback or another SLF4J binding set these loggers, or the start of the broker alone
 * prints some hundred lines: {@code kafka}, {@code org.apache.kafka} and {@code state.change.logger} to WARN (and
 * {@code org.apache.kafka.controller} to ERROR: it warns of its own first election); {@code de.bwaldvogel.mongo} to ERROR;
 * {@code io.netty} to WARN; {@code org.mongodb.driver} to WARN where the driver is used.
 */
package it.dgc.deploy.backends;
