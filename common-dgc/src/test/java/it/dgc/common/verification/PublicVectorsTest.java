package it.dgc.common.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.testing.QrPicture;
import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@DisplayName("Public vectors before the verifier")
class PublicVectorsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Flags of dgc-testdata that concern container, signature, times and key. */
    private static final Set<String> JUDGED = Set.of("DECODE", "VERIFY", "COMPRESSION", "KEYUSAGE", "UNPREFIX",
            "B45DECODE", "EXPIRATIONCHECK");

    private record Vector(String name, JsonNode json) {

        static Vector of(Path folder, Path file) {
            try {
                return new Vector(folder.relativize(file).toString().replace('\\', '/'),
                        MAPPER.readTree(Files.readString(file).replace("\uFEFF", "")));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file.toString(), unreadable);
            }
        }

        boolean flag(String name, boolean otherwise) {
            return json.get("EXPECTEDRESULTS").path("EXPECTED" + name).asBoolean(otherwise);
        }

        boolean isGood() {
            return JUDGED.stream().allMatch(name -> flag(name, true)) && flag("SCHEMAVALIDATION", true)
                    && flag("VERIFY", false) && flag("EXPIRATIONCHECK", false);
        }

        boolean isBad() {
            return JUDGED.stream().anyMatch(name -> !flag(name, true));
        }

        String text() {
            return json.path("PREFIX").asText();
        }

        /** With an offset in two forms, or without one for UTC. */
        Instant clock() {
            TemporalAccessor clock = DateTimeFormatter
                    .ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX]")
                    .parseBest(json.get("TESTCTX").get("VALIDATIONCLOCK").asText(), Instant::from,
                            LocalDateTime::from);
            return clock instanceof Instant instant ? instant : ((LocalDateTime) clock).toInstant(ZoneOffset.UTC);
        }

        /** Published under the kid that the certificate names, as the vectors mean it. */
        TrustedKeys keys() {
            KeyId kid = HcertDecoder.inspect(text()) instanceof HcertInspection.Readable readable
                    ? readable.hcert().kid()
                    : KeyId.of(new byte[8]);
            return TrustedKeys.of(Map.of(kid, List.of(
                    certificate(Base64.getMimeDecoder().decode(json.get("TESTCTX").get("CERTIFICATE").asText())))));
        }
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @TestFactory
    @DisplayName("dgc-testdata: what has to pass is VALID, what has to fail is not")
    Stream<DynamicTest> judgesOtherCountries() throws IOException {
        Set<String> skipped = skipped();
        return vectors().stream().filter(vector -> !skipped.contains(vector.name()))
                .filter(vector -> vector.isGood() || vector.isBad())
                .map(vector -> dynamicTest(vector.name(), () -> {
                    Verification verification = Desk.verify(vector.keys(), vector.text(), vector.clock());
                    assertThat(verification.outcome() == Outcome.VALID).as(verification.toString())
                            .isEqualTo(vector.isGood());
                }));
    }

    private static List<Vector> vectors() throws IOException {
        Path folder = TestVectors.path("dgc-testdata");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted()
                    .map(file -> Vector.of(folder, file)).toList();
        }
    }

    /** Where the decoder strays from a vector, it is named there with its reason; the verifier follows. */
    private static Set<String> skipped() throws IOException {
        try (var in = PublicVectorsTest.class.getResourceAsStream("/vectors/skipped.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                    .filter(row -> row[1].equals("READ")).map(row -> row[0]).collect(Collectors.toSet());
        }
    }

    @Nested
    @DisplayName("the public Italian samples")
    class Italian {

        private static final Instant LAST_DAY = Instant.parse("2022-01-13T22:59:59Z");

        private static String text(String picture) throws IOException {
            return QrPicture.read(ImageIO.read(TestVectors.path("it/" + picture).toFile())).orElseThrow();
        }

        private static TrustedKeys published() throws IOException {
            Path folder = TestVectors.path("it/dsc-it");
            try (Stream<Path> files = Files.list(folder)) {
                return TrustedKeys.of(files.map(Italian::certificate)
                        .collect(Collectors.groupingBy(KeyId::ofCertificate)));
            }
        }

        private static X509Certificate certificate(Path file) {
            try {
                return PublicVectorsTest.certificate(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Test
        @DisplayName("the exemption of January 2022: its signer was never published")
        void refusesTheSampleUnderOtherKeys() throws IOException {
            assertThat(Desk.verify(published(), text("exemption-sample.png"), LAST_DAY).outcome())
                    .isEqualTo(Outcome.NOT_VALID);
        }

        @Test
        @DisplayName("its statement under a key of ours is valid on its last day, and expired at midnight")
        void acceptsTheSamplesStatement() throws IOException {
            Hcert sample = ((HcertInspection.Readable) HcertDecoder.inspect(text("exemption-sample.png"))).hcert();
            String ours = Desk.SIGNER.certify(
                    new HcertClaims(sample.issuer(), sample.issuedAt(), sample.expiresAt(), sample.dcc()));
            assertThat(Desk.verify(ours, LAST_DAY).outcome()).isEqualTo(Outcome.VALID);
            assertThat(Desk.verify(ours, LAST_DAY.plusSeconds(1)).outcome()).isEqualTo(Outcome.EXPIRED);
        }

        @ParameterizedTest
        @CsvSource({"1.0.0_VAC", "1.0.0_TEST", "1.0.0_REC", "1.3.0_VAC_revoked", "1.3.0_TEST_revoked",
                "1.3.0_REC_revoked"})
        @DisplayName("the other kinds under a key of ours, at their time of issue")
        void acceptsTheOtherKinds(String name) throws IOException {
            Hcert sample = ((HcertInspection.Readable) HcertDecoder.inspect(text("dcc-qa-IT/" + name + ".png")))
                    .hcert();
            String ours = Desk.SIGNER.certify(
                    new HcertClaims(sample.issuer(), sample.issuedAt(), sample.expiresAt(), sample.dcc()));
            assertThat(Desk.verify(ours, sample.issuedAt()).outcome()).isEqualTo(Outcome.VALID);
        }
    }
}
