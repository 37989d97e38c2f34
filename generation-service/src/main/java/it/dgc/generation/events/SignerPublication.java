package it.dgc.generation.events;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import it.dgc.common.hcert.KeyId;
import it.dgc.common.messages.SignerCertificateMessage;
import it.dgc.common.messages.SignerCertificateMessage.Status;
import it.dgc.common.messages.Topics;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Publishes the signer certificates, so that verifiers know a key before it signs (architecture D9), and which keys are
 * withdrawn: each start says both anew, so that no restart brings back what was withdrawn.
 */
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
        CompletableFuture.allOf(Stream.concat(trusted(), withdrawn()).map(this::send).toArray(CompletableFuture[]::new))
                .join();
    }

    private CompletableFuture<?> send(SignerCertificateMessage message) {
        return kafka.send(Topics.SIGNER_CERTIFICATES, message.kid().getBytes(UTF_8), JSON.writeValueAsBytes(message));
    }

    private Stream<SignerCertificateMessage> trusted() {
        return signers.trusted().stream().map(signer -> message(signer.kid(), encoded(signer), Status.ACTIVE));
    }

    /** Without a certificate, for the key may be configured no longer: the kid withdraws all that it names. */
    private Stream<SignerCertificateMessage> withdrawn() {
        return signers.withdrawn().stream().map(kid -> message(kid, null, Status.WITHDRAWN));
    }

    private static SignerCertificateMessage message(KeyId kid, String certificate, Status status) {
        return new SignerCertificateMessage(SignerCertificateMessage.SCHEMA_VERSION, kid.base64(), certificate,
                List.of(SignerCertificateMessage.EXEMPTION), status);
    }

    private static String encoded(DocumentSigner signer) {
        try {
            return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A loaded certificate has no encoding", e);
        }
    }
}
