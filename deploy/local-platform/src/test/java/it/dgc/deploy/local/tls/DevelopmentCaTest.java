package it.dgc.deploy.local.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import it.dgc.deploy.local.console.ExplainedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("Architecture, section 5: the development CA and client certificates are made at first start under DIR/tls/")
class DevelopmentCaTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path data;

    @Test
    void makesOneAuthorityAServerAndTheClients() throws Exception {
        make(NOW);
        X509Certificate authority = certificate("ca");
        assertThat(authority.getBasicConstraints()).isZero();
        for (String name : List.of("server", "sistema-ts", "operator", "operator-2", "portal")) {
            X509Certificate made = certificate(name);
            made.verify(authority.getPublicKey());
            assertThat(made.getBasicConstraints()).as(name).isEqualTo(-1);
            assertThat(made.getSubjectX500Principal().getName()).contains("DEVELOPMENT ONLY");
            assertThat(tls().resolve(name + ".key")).content().startsWith("-----BEGIN PRIVATE KEY-----");
        }
    }

    @Test
    @DisplayName("RFC 5280, 4.2.1.6 and 4.2.1.12: names are alternative names; clients are no servers")
    void namesTheClients() throws Exception {
        make(NOW);
        assertThat(names("sistema-ts")).containsExactly("sistema-ts.dgc.test");
        assertThat(names("operator-2")).containsExactly("operator-2.dgc.test");
        assertThat(names("server")).contains("localhost", "127.0.0.1", "revocation-service");
        assertThat(certificate("portal").getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate("server").getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void keepsKeysFromOthers() throws IOException {
        make(NOW);
        try (Stream<Path> files = Files.list(tls()).filter(file -> file.toString().endsWith(".key"))) {
            assertThat(files).hasSize(5).allSatisfy(key -> assertThat(Files.getPosixFilePermissions(key))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
    }

    @Test
    @DisplayName("whoever gets hold of the directory makes no further identity with it")
    void keepsNoKeyOfTheAuthority() throws IOException {
        make(NOW);
        assertThat(files().keySet()).doesNotContain("ca.key");
    }

    @Test
    void makesNothingAnewWhileAllHolds() throws IOException {
        make(NOW);
        Map<String, String> first = files();
        make(NOW.plus(Duration.ofDays(300)));
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void makesAllAnewWhereOneEndsSoon() throws Exception {
        make(NOW);
        Map<String, String> first = files();
        make(NOW.plus(Duration.ofDays(340)));
        assertThat(files()).hasSameSizeAs(first).doesNotContainEntry("ca.pem", first.get("ca.pem"));
        certificate("operator").verify(certificate("ca").getPublicKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator.pem", "operator.key", "ca.pem", "server.key"})
    void makesAllAnewWhereOneIsMissing(String missing) throws Exception {
        make(NOW);
        String before = files().get("ca.pem");
        Files.delete(tls().resolve(missing));
        make(NOW);
        assertThat(files().get("ca.pem")).isNotEqualTo(before);
        certificate("operator").verify(certificate("ca").getPublicKey());
    }

    @Test
    void isMadeOnceWhenSeveralPartsStartAtTheSameMoment() {
        assertThat(IntStream.range(0, 4).parallel().mapToObj(part -> {
            make(NOW);
            return files().get("ca.pem");
        }).distinct()).hasSize(1);
    }

    @Test
    void tellsAServiceWhoMayComeAndAsWhat() {
        assertThat(DevelopmentCa.in(tls(), NOW).settings(8443)).containsAllEntriesOf(Map.of(
                "dgc.access.institutional-port", "8443",
                "dgc.access.callers.sistema-ts", "sistema-ts.dgc.test",
                "dgc.access.callers.portal", "portal.dgc.test",
                "spring.ssl.bundle.pem.institutions.reload-on-update", "true"))
                .hasEntrySatisfying("dgc.access.callers.operator", operators -> assertThat(operators.split(","))
                        .containsExactlyInAnyOrder("operator.dgc.test", "operator-2.dgc.test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "../tls/operator", "ca", "server.pem"})
    void hasNoIdentityForOthers(String name) {
        make(NOW);
        assertThatExceptionOfType(ExplainedException.class).isThrownBy(() -> ClientIdentity.of(data, name))
                .withMessageContaining("no client certificate");
        assertThat(ClientIdentity.of(data, "operator-2").sslContext()).isNotNull();
    }

    private void make(Instant now) {
        DevelopmentCa.in(tls(), now);
    }

    private Path tls() {
        return data.resolve("tls");
    }

    private X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(tls().resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private List<String> names(String name) throws IOException, GeneralSecurityException {
        return certificate(name).getSubjectAlternativeNames().stream().map(one -> one.get(1).toString()).toList();
    }

    private Map<String, String> files() {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(tls())) {
            for (Path file : all.toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
