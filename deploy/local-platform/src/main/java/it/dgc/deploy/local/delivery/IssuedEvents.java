package it.dgc.deploy.local.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Collects when the platform told that a certificate was issued. */
final class IssuedEvents implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TopicTail events;
    private final Predicate<String> wanted;
    private final Map<String, Long> millisByUvci = new HashMap<>();

    private IssuedEvents(TopicTail events, Predicate<String> wanted) {
        this.events = events;
        this.wanted = wanted;
    }

    /** @param wanted whether a certificate, by its UVCI, is of interest */
    static IssuedEvents of(String bootstrapServers, Predicate<String> wanted) {
        return new IssuedEvents(TopicTail.of(bootstrapServers, Topics.CERTIFICATE_EVENTS), wanted);
    }

    /** Takes in what comes within a moment. */
    void readSome() {
        events.readSome(this::add);
    }

    /** @return by UVCI, milliseconds since the epoch at which the event was published */
    Map<String, Long> millisByUvci() {
        return millisByUvci;
    }

    @Override
    public void close() {
        events.close();
    }

    private void add(ConsumerRecord<byte[], byte[]> message) {
        CertificateEvent event = JSON.readValue(message.value(), CertificateEvent.class);
        if (event.type() == CertificateEvent.Type.ISSUED && wanted.test(event.uvci())) {
            millisByUvci.putIfAbsent(event.uvci(), message.timestamp());
        }
    }
}
