package it.dgc.generation.deadletters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.messages.DeadLetterHeaders;
import it.dgc.common.messages.Topics;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("reliability T24: a dead letter tells its headers; its value only to who has the secrets")
class DeadLetterTest {

    private static final String TOPIC = Topics.deadLettersOf(Topics.EXEMPTIONS);
    private static final Map<String, String> HEADERS = Map.of(DeadLetterHeaders.REASON, "FIELD_INVALID:cuev",
            DeadLetterHeaders.ORIGIN_TOPIC, Topics.EXEMPTIONS, DeadLetterHeaders.ORIGIN_PARTITION, "2",
            DeadLetterHeaders.ORIGIN_OFFSET, "41", DeadLetterHeaders.LENGTH, "7");

    @TempDir
    private Path directory;

    @Test
    void tellsItsHeaders() {
        DeadLetter letter = letter(HEADERS, new byte[0]);

        assertThat(letter.id()).isEqualTo("1/5");
        assertThat(letter.at()).isEqualTo(Instant.parse("2022-01-10T09:00:00Z"));
        assertThat(letter.reason()).isEqualTo("FIELD_INVALID:cuev");
        assertThat(letter.originTopic()).isEqualTo("sistema-ts.exemptions");
        assertThat(letter.origin()).isEqualTo("sistema-ts.exemptions/2/41");
        assertThat(letter.length()).contains(7L);
        assertThat(letter.isCut()).isFalse();
    }

    @Test
    void saysWhetherItsValueWasCut() {
        assertThat(letter(with(DeadLetterHeaders.LENGTH, "65536"), new byte[0]).isCut()).isFalse();
        assertThat(letter(with(DeadLetterHeaders.LENGTH, "65537"), new byte[0]).isCut()).isTrue();
    }

    @Test
    void canBeToldWithoutHeaders() {
        DeadLetter letter = letter(Map.of(), new byte[0]);

        assertThat(letter).hasToString("DeadLetter[1/5, ?]");
        assertThat(letter.origin()).isEqualTo("?/?/?");
        assertThat(letter.length()).isEqualTo(Optional.empty());
        assertThat(letter(with(DeadLetterHeaders.LENGTH, "seven"), new byte[0]).length()).isEmpty();
    }

    @Test
    void tellsOfTheSameRefusalAsARepetitionAndOfNoOther() {
        String refusal = letter(HEADERS, new byte[0]).refusal();

        assertThat(letter(HEADERS, new byte[1]).refusal()).isEqualTo(refusal);
        assertThat(List.of(DeadLetterHeaders.REASON, DeadLetterHeaders.ORIGIN_OFFSET, DeadLetterHeaders.LENGTH))
                .noneMatch(name -> letter(with(name, "9"), new byte[0]).refusal().equals(refusal));
    }

    @Test
    void opensWithTheSecretsThatItWasWrittenWith() {
        Secrets secrets = Secrets.loadOrCreate(directory);
        byte[] sealed = secrets.fields().encrypt("{\"a\":1}".getBytes(UTF_8), TOPIC);

        assertThat(letter(HEADERS, sealed).value(secrets)).asString(UTF_8).isEqualTo("{\"a\":1}");
    }

    @Test
    void staysClosedToOtherSecretsAndInAnotherTopic() {
        Secrets secrets = Secrets.loadOrCreate(directory);
        DeadLetter moved = letter(HEADERS, secrets.fields().encrypt(new byte[1], "other.dlt"));
        DeadLetter closed = letter(HEADERS, secrets.fields().encrypt(new byte[1], TOPIC));

        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> moved.value(secrets));
        assertThatExceptionOfType(SecretsException.class)
                .isThrownBy(() -> closed.value(Secrets.loadOrCreate(directory.resolve("other"))));
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> letter(HEADERS, null).value(secrets));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(name, value);
        return headers;
    }

    private static DeadLetter letter(Map<String, String> headers, byte[] value) {
        List<Header> all = headers.entrySet().stream()
                .<Header>map(header -> new RecordHeader(header.getKey(), header.getValue().getBytes(UTF_8))).toList();
        return DeadLetter.of(new ConsumerRecord<>(TOPIC, 1, 5, Instant.parse("2022-01-10T09:00:00Z").toEpochMilli(),
                TimestampType.CREATE_TIME, 0, 0, null, value, new RecordHeaders(all), Optional.empty()));
    }
}
