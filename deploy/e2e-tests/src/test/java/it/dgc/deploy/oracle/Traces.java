package it.dgc.deploy.oracle;

import java.util.List;
import java.util.Set;

import org.bson.Document;

/**
 * What the platform told the auditor and the holders.
 *
 * @param audit the topic of audit events
 * @param chain the audit trail as it lies in the store, by sequence
 * @param refused origins of the records that the store knows as refused, with their timestamp
 * @param messages accepted by mail server and gateway: key the name that the message has for good, value whom it went to
 */
public record Traces(List<TopicRecord> audit, List<Document> chain, Set<String> refused, List<TopicRecord> messages) {}
