/**
 * The values that travel on the platform's topics, as they stand on the wire (JSON, {@code schemaVersion} 1).
 *
 * <p>Only shapes live here: fields are strings as the sender wrote them, unchecked. Checking belongs to the intake of
 * the service that reads them, which translates a message into checked types, so that a wire change stops there.
 * Unknown to this room: JSON libraries, Kafka, Spring.
 */
package it.dgc.common.messages;
