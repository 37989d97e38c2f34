package it.dgc.generation.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@DisplayName("A key to develop with: like a real one, and marked so that production refuses it")
class DevelopmentKeystoreTest {

    private static final Instant NOW = Instant.parse("2022-01-10T09:00:00Z");

    @TempDir
    private Path directory;
    private Path file;
    private X509Certificate dsc;
    private X509Certificate csca;

    @BeforeEach
    void makeKeystore() throws IOException, GeneralSecurityException {
        file = directory.resolve("keys/signer.p12");
        DevelopmentKeystore.createIfMissing(file, NOW);
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keystore.load(in, DevelopmentKeystore.PASSWORD.toCharArray());
        }
        dsc = (X509Certificate) keystore.getCertificateChain("dsc")[0];
        csca = (X509Certificate) keystore.getCertificateChain("dsc")[1];
    }

    @Test
    void holdsAKeyOnP256() {
        assertThat(((ECPublicKey) dsc.getPublicKey()).getParams().toString()).contains("secp256r1");
    }

    @Test
    void isSignedByItsCsca() {
        assertThatCode(() -> dsc.verify(csca.getPublicKey())).doesNotThrowAnyException();
        assertThat(dsc.getIssuerX500Principal()).isEqualTo(csca.getSubjectX500Principal());
        assertThat(csca.getBasicConstraints()).isZero();
        assertThat(dsc.getBasicConstraints()).isNegative();
    }

    @Test
    @DisplayName("architecture D1: a dedicated signer without the EU key-usage OIDs")
    void hasNoExtendedKeyUsage() throws GeneralSecurityException {
        assertThat(dsc.getExtendedKeyUsage()).isNull();
        assertThat(dsc.getKeyUsage()[0]).as("digitalSignature").isTrue();
    }

    @Test
    void mayBeUsedFromTheDayBeforeForTwoYears() {
        assertThat(dsc.getNotBefore().toInstant()).isEqualTo(NOW.minus(1, ChronoUnit.DAYS));
        assertThat(dsc.getNotAfter().toInstant()).isEqualTo(NOW.plus(729, ChronoUnit.DAYS));
        assertThat(csca.getNotAfter()).isAfter(dsc.getNotAfter());
    }

    @Test
    void saysThatItIsForDevelopment() {
        assertThat(DevelopmentKeystore.marks(dsc)).isTrue();
        assertThat(DevelopmentKeystore.marks(TestKeys.good().dsc())).isFalse();
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void isNeverOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(file);
        DevelopmentKeystore.createIfMissing(file, NOW.plus(1, ChronoUnit.DAYS));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void isLoadedAsASigner() {
        DocumentSigner signer = Signers.development(directory, NOW);
        assertThat(signer.usePeriod().covers(NOW)).isTrue();
        assertThat(signer.expiryOfCertificates()).isEqualTo(Instant.parse("2024-01-09T00:00:00Z"));
    }
}
