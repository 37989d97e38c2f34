package it.dgc.deploy.local.delivery;

import java.util.HashMap;
import java.util.Map;

import it.dgc.common.messages.DeadLetterHeaders;
import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads why notifications were refused: reason and origin stand in the headers of a dead letter, the value is not read. */
final class DeadLetterBox implements AutoCloseable {

    private final TopicTail letters;
    private final Map<BrokerPosition, String> reasons = new HashMap<>();

    private final String topic;

    private DeadLetterBox(TopicTail letters, String topic) {
        this.letters = letters;
        this.topic = topic;
    }

    /** @return the box; letters that are in it already are passed over */
    static DeadLetterBox open(String bootstrapServers, String topic) {
        return new DeadLetterBox(TopicTail.of(bootstrapServers, Topics.deadLettersOf(topic)), topic);
    }

    /** @return the reasons of all letters that came since the box was opened, by the place of the refused record */
    Map<BrokerPosition, String> reasons() {
        letters.readToEnd(this::add);
        return Map.copyOf(reasons);
    }

    @Override
    public void close() {
        letters.close();
    }

    private void add(ConsumerRecord<byte[], byte[]> letter) {
        if (topic.equals(header(letter, DeadLetterHeaders.ORIGIN_TOPIC))) {
            reasons.put(new BrokerPosition(Integer.parseInt(header(letter, DeadLetterHeaders.ORIGIN_PARTITION)),
                    Long.parseLong(header(letter, DeadLetterHeaders.ORIGIN_OFFSET))),
                    header(letter, DeadLetterHeaders.REASON));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
