package it.dgc.generation.events;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import it.dgc.common.hcert.KeyId;
import it.dgc.common.messages.SignerCertificateMessage;
import it.dgc.common.messages.SignerCertificateMessage.Status;
import it.dgc.common.messages.Topics;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;
import it.dgc.generation.signing.Signers;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("architecture D9: verifiers know a key before it signs, and learn when it is withdrawn")
class SignerPublicationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DocumentSigner OLD = Signers.valid("2022-01-01T00:00:00Z", "2024-01-01T12:00:00Z");
    private static final DocumentSigner NEW = Signers.used("2022-06-01T00:00:00Z", "2022-12-01T00:00:00Z",
            "2024-06-01T12:00:00Z");

    private final CompactedTopic topic = new CompactedTopic();

    @Test
    @DisplayName("every configured key is published, also one whose use has not begun or is over")
    void publishesEveryKey() throws Exception {
        publish(Signers.ring(OLD, NEW));
        assertThat(topic.last).containsOnlyKeys(OLD.kid().base64(), NEW.kid().base64());
        assertThat(last(NEW.kid())).isEqualTo(new SignerCertificateMessage(1, NEW.kid().base64(),
                Base64.getEncoder().encodeToString(NEW.certificate().getEncoded()), List.of("EXEMPTION"),
                Status.ACTIVE));
    }

    @Test
    @DisplayName("a key that is withdrawn stays so, whoever starts again, with the key still configured or not")
    void withdrawsWithEveryStart() {
        publish(Signers.ring(OLD, NEW));
        Set<KeyId> withdrawn = Set.of(OLD.kid());
        for (SignerRing configured : List.of(Signers.ring(withdrawn, OLD, NEW), Signers.ring(withdrawn, OLD, NEW),
                Signers.ring(withdrawn, NEW))) {
            publish(configured);
            assertThat(last(OLD.kid())).isEqualTo(new SignerCertificateMessage(1, OLD.kid().base64(), null,
                    List.of("EXEMPTION"), Status.WITHDRAWN));
            assertThat(last(NEW.kid()).status()).isEqualTo(Status.ACTIVE);
        }
    }

    @Test
    void withdrawsTheOnlyKey() {
        publish(Signers.ring(Set.of(OLD.kid()), OLD));
        assertThat(topic.last).hasSize(1);
        assertThat(last(OLD.kid()).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    @DisplayName("nothing is signed with a key of which the broker did not take the certificate: the caller learns of it")
    void failsWhereTheBrokerDoes() {
        topic.away = true;
        SignerRing ring = Signers.ring(OLD);
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> publish(ring));
    }

    private void publish(SignerRing ring) {
        new SignerPublication(ring, topic).publish();
    }

    private SignerCertificateMessage last(KeyId kid) {
        return JSON.readValue(topic.last.get(kid.base64()), SignerCertificateMessage.class);
    }

    /** Keeps of each key what was said last. */
    private static final class CompactedTopic extends KafkaTemplate<byte[], byte[]> {

        private final Map<String, byte[]> last = new LinkedHashMap<>();
        private boolean away;

        CompactedTopic() {
            super(new DefaultKafkaProducerFactory<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"),
                    new ByteArraySerializer(), new ByteArraySerializer()));
        }

        @Override
        public CompletableFuture<SendResult<byte[], byte[]>> send(String name, byte[] key, byte[] value) {
            if (away) {
                return CompletableFuture.failedFuture(new KafkaException("away"));
            }
            assertThat(name).isEqualTo(Topics.SIGNER_CERTIFICATES);
            last.put(new String(key, StandardCharsets.UTF_8), value);
            return CompletableFuture.completedFuture(null);
        }
    }
}
