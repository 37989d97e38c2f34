package it.dgc.deploy.oracle;

import java.time.LocalDate;
import java.util.List;

/**
 * What the platform left behind.
 *
 * @param ledger what was published
 * @param notifications the topic of notifications, each partition in its order
 * @param letters the dead letters, values opened
 * @param events the topic of certificate events
 * @param signers the topic of signer certificates, in its order
 * @param certificates the store
 * @param staleHints entries of the outbox's work list that should have been crossed off
 * @param lag records that the service has not said it is done with
 * @param today in Rome
 * @param troubles when something was broken
 */
public record Evidence(Ledger ledger, List<TopicRecord> notifications, List<TopicRecord> letters,
        List<TopicRecord> events, List<TopicRecord> signers, List<StoredCertificate> certificates, long staleHints,
        long lag,
        LocalDate today, List<Trouble> troubles) {}
