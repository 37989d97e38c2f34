package it.dgc.generation.deadletters;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record came from. The timestamp tells it from the record that has its place after the topic was made anew.
 *
 * @param timestamp as the broker has it, milliseconds
 */
record Origin(String topic, int partition, long offset, long timestamp) {

    static Origin of(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(record.topic(), record.partition(), record.offset(), record.timestamp());
    }

    /** @return {@code topic/partition/offset}, for people */
    String place() {
        return topic + '/' + partition + '/' + offset;
    }

    String id() {
        return place() + '/' + timestamp;
    }
}
