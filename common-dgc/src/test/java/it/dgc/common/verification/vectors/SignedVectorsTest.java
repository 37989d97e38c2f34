package it.dgc.common.verification.vectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.dgc.common.codes.Sha256;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.RevokedIdentifiers;
import it.dgc.common.verification.TrustedKeys;
import it.dgc.common.verification.ValidityRules;
import it.dgc.common.verification.ValidityRules.Setting;
import it.dgc.common.verification.Verification;
import it.dgc.common.verification.VerificationData;
import it.dgc.common.verification.Verifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@DisplayName("docs/verifier-vectors: signed exemptions for those who write a client")
class SignedVectorsTest {

    private static final Path FILE = Path.of(System.getProperty("dgc.root", ".."), "docs", "verifier-vectors",
            "exemptions.json");
    /** Makes the file anew: {@code ./mvnw test -pl common-dgc -Dtest=SignedVectorsTest -Ddgc.write-vectors=true}. */
    private static final boolean WRITES = Boolean.getBoolean("dgc.write-vectors");

    private static JsonNode book() throws IOException {
        if (WRITES) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE,
                    VectorBook.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(VectorBook.json()) + "\n");
        }
        return VectorBook.MAPPER.readTree(Files.readString(FILE));
    }

    @Test
    @DisplayName("the generator makes the same file, but for the compression")
    void canBeMadeAgain() throws IOException {
        assertThat(withEnvelopes(book())).isEqualTo(withEnvelopes(VectorBook.json()));
    }

    private static JsonNode withEnvelopes(JsonNode book) {
        JsonNode copy = book.deepCopy();
        copy.get("vectors").forEach(vector -> ((ObjectNode) vector).put("text",
                Base64.getEncoder().encodeToString(Envelope.of(vector.get("text").asText()))));
        return copy;
    }

    @TestFactory
    @DisplayName("each gives its outcome, with nothing but what the file says")
    Stream<DynamicTest> givesItsOutcome() throws IOException {
        JsonNode book = book();
        TrustedKeys keys = keys(book.get("keys"));
        return stream(book.get("vectors")).map(vector -> dynamicTest(vector.get("name").asText(), () -> {
            Verification verification = verify(book, keys, vector);
            assertThat(verification.outcome()).as(verification.toString())
                    .isEqualTo(Outcome.valueOf(vector.get("outcome").asText()));
            assertThat(verification.shown(false).outcome().name()).isEqualTo(vector.get("shown").asText());
            assertThat(vector.path("hash").asText())
                    .isEqualTo(vector.has("uvci") ? Sha256.base64(vector.get("uvci").asText()) : "");
        }));
    }

    private static Verification verify(JsonNode book, TrustedKeys keys, JsonNode vector) {
        Set<String> revoked = new HashSet<>();
        book.get("revoked").forEach(hash -> revoked.add(hash.asText()));
        List<Setting> settings = new ArrayList<>();
        book.get("settings").forEach(s -> settings.add(new Setting(s.get("name").asText(), s.get("type").asText(),
                vector.path("settings").path(s.get("name").asText()).asText(s.get("value").asText()))));
        Instant at = Instant.parse(vector.get("at").asText());
        return new Verifier(new VerificationData(keys, ValidityRules.read(settings).orElseThrow(),
                Optional.of(RevokedIdentifiers.of(revoked)), at)).verify(vector.get("text").asText(), at);
    }

    private static TrustedKeys keys(JsonNode listed) {
        Map<KeyId, List<X509Certificate>> keys = new HashMap<>();
        stream(listed).forEach(key -> keys.computeIfAbsent(KeyId.ofBase64(key.get("kid").asText()),
                kid -> new ArrayList<>()).add(certificate(key.get("certificate").asText())));
        return TrustedKeys.of(keys);
    }

    private static X509Certificate certificate(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("no certificate", unreadable);
        }
    }

    @Test
    @DisplayName("what was promised is there: every outcome but SYNC_NEEDED")
    void showsEveryOutcome() throws IOException {
        assertThat(stream(book().get("vectors")).map(vector -> vector.get("outcome").asText()))
                .contains("VALID", "NOT_VALID_YET", "EXPIRED", "REVOKED", "NOT_VALID", "NOT_EU_DCC");
    }

    @Test
    @DisplayName("nobody can take the keys for real ones")
    void namesItsKeysAsTestKeys() throws IOException {
        assertThat(stream(book().get("keys")).map(key -> certificate(key.get("certificate").asText())))
                .hasSize(3).allSatisfy(certificate -> {
                    assertThat(certificate.getSubjectX500Principal().getName())
                            .contains("DEVELOPMENT ONLY", "Test Vectors");
                    assertThat(certificate.getIssuerX500Principal().getName())
                            .contains("DEVELOPMENT ONLY", "Test Vectors");
                });
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }
}
