package it.dgc.deploy.local.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import it.dgc.deploy.local.console.ExplainedException;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Where a record stands.
 *
 * @param partition of its topic
 * @param offset in the partition
 */
record BrokerPosition(int partition, long offset) {

    /** Waits until the broker has the record. */
    static BrokerPosition of(CompletableFuture<RecordMetadata> sent) {
        try {
            RecordMetadata place = sent.join();
            return new BrokerPosition(place.partition(), place.offset());
        } catch (CompletionException refused) {
            throw new ExplainedException("Kafka did not take a notification.", refused);
        }
    }
}
