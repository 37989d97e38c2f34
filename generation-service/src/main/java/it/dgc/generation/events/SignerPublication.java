package it.dgc.generation.events;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import it.dgc.common.messages.SignerCertificateMessage;
import it.dgc.common.messages.SignerCertificateMessage.Status;
import it.dgc.common.messages.Topics;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes the signer certificates, so that verifiers know a key before it signs (architecture D9). */
public class SignerPublication {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SignerRing signers;
    private final KafkaTemplate<byte[], byte[]> kafka;

    SignerPublication(SignerRing signers, KafkaTemplate<byte[], byte[]> kafka) {
        this.signers = signers;
        this.kafka = kafka;
    }

    /**
     * Returns when the broker has all of them; saying them again changes nothing, for the topic is compacted.
     *
     * @throws RuntimeException if the broker does not take one
     */
    public void publish() {
        CompletableFuture.allOf(signers.all().stream().map(this::send).toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<?> send(DocumentSigner signer) {
        return kafka.send(Topics.SIGNER_CERTIFICATES, signer.kid().base64().getBytes(UTF_8),
                JSON.writeValueAsBytes(message(signer)));
    }

    private static SignerCertificateMessage message(DocumentSigner signer) {
        try {
            return new SignerCertificateMessage(SignerCertificateMessage.SCHEMA_VERSION, signer.kid().base64(),
                    Base64.getEncoder().encodeToString(signer.certificate().getEncoded()),
                    List.of(SignerCertificateMessage.EXEMPTION), Status.ACTIVE);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A loaded certificate has no encoding", e);
        }
    }
}
