package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.Optional;

import it.dgc.common.messages.DeadLetterHeaders;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A dead letter as it stands in its topic, for operators: its headers are told to anybody, its value is asked for. */
public final class DeadLetter {

    private final ConsumerRecord<byte[], byte[]> letter;

    private DeadLetter(ConsumerRecord<byte[], byte[]> letter) {
        this.letter = letter;
    }

    /** @param letter a record of a topic of dead letters; what it lacks is told as {@code ?} */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetter(letter);
    }

    /** @return its place in its topic, {@code partition/offset} */
    public String id() {
        return letter.partition() + "/" + letter.offset();
    }

    /** @return when the broker took it */
    public Instant at() {
        return Instant.ofEpochMilli(letter.timestamp());
    }

    /** @return code, with a colon and the name of the field or of the rule where there is one */
    public String reason() {
        return header(DeadLetterHeaders.REASON).orElse("?");
    }

    /** @return topic of the refused record */
    public String originTopic() {
        return header(DeadLetterHeaders.ORIGIN_TOPIC).orElse("?");
    }

    /** @return place of the refused record, {@code topic/partition/offset} */
    public String origin() {
        return originTopic() + '/' + header(DeadLetterHeaders.ORIGIN_PARTITION).orElse("?") + '/'
                + header(DeadLetterHeaders.ORIGIN_OFFSET).orElse("?");
    }

    /** @return length of the refused value in bytes; empty where the letter does not say */
    public Optional<Long> length() {
        return header(DeadLetterHeaders.LENGTH).filter(text -> text.matches("[0-9]{1,10}")).map(Long::valueOf);
    }

    /** @return whether only the beginning of the value was kept */
    public boolean isCut() {
        return length().filter(length -> length > DeadLetters.MAX_KEPT).isPresent();
    }

    /** @return what it tells of; two letters have the same where a service was killed while it noted the first */
    public String refusal() {
        return origin() + ' ' + reason() + ' ' + length().map(String::valueOf).orElse("?");
    }

    /**
     * @param secrets of the service that wrote it
     * @return the refused value, which may hold personal data, or its beginning
     * @throws SecretsException if it was encrypted with other secrets, or altered, or moved from another topic
     */
    public byte[] value(Secrets secrets) {
        return secrets.fields().decrypt(letter.value() == null ? new byte[0] : letter.value(), letter.topic());
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name)).map(Header::value)
                .map(value -> new String(value, UTF_8));
    }

    @Override
    public String toString() {
        return "DeadLetter[" + id() + ", " + reason() + ']';
    }
}
