package it.dgc.revocation.requests;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import it.dgc.common.messages.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hands requests to {@value Topics#REVOCATION_REQUESTS}, and knows whether all replicas of the broker have them. */
final class RequestPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(RequestPublisher.class);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Duration acknowledgedWithin;

    RequestPublisher(KafkaTemplate<byte[], byte[]> kafka, Duration acknowledgedWithin) {
        this.kafka = kafka;
        this.acknowledgedWithin = acknowledgedWithin;
    }

    /** @return whether the broker acknowledged it in time; if not, it may have it all the same */
    boolean publish(String key, byte[] message) {
        try {
            kafka.send(Topics.REVOCATION_REQUESTS, key.getBytes(UTF_8), message)
                    .get(acknowledgedWithin.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException | org.apache.kafka.common.KafkaException e) {
            LOG.warn("a request was not acknowledged by the broker: {}", e.getClass().getName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
