package it.dgc.rules.signers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static it.dgc.rules.signers.TestCertificates.base64;
import static org.assertj.core.api.Assertions.assertThat;

class SignerCertificateTest {

    private static final Kid KID = new Kid("NJpCsMLQco4=");

    @Test
    void readsOneCertificate() {
        String der = base64(TestCertificates.der());
        assertThat(SignerCertificate.read(KID, der)).hasValueSatisfying(read -> {
            assertThat(read.base64()).isEqualTo(der).doesNotContain("\n", "-");
            assertThat(read.notAfter()).isEqualTo(TestCertificates.NOT_AFTER);
            assertThat(read.id()).isEqualTo("NJpCsMLQco4=:" + read.fingerprint());
            assertThat(read.fingerprint()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    @DisplayName("I17: no PEM armour")
    void rejectsPem() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64(TestCertificates.der())
                + "\n-----END CERTIFICATE-----\n";
        assertThat(SignerCertificate.read(KID, pem)).isEmpty();
        assertThat(SignerCertificate.read(KID, base64(pem.getBytes(StandardCharsets.US_ASCII)))).isEmpty();
    }

    @Test
    @DisplayName("I17: one line")
    void rejectsLineBreaks() {
        assertThat(SignerCertificate.read(KID, base64(TestCertificates.der()) + "\n")).isEmpty();
    }

    @Test
    void rejectsWhatFollowsTheCertificate() {
        byte[] der = TestCertificates.der();
        assertThat(SignerCertificate.read(KID, base64(Arrays.copyOf(der, der.length + 1)))).isEmpty();
    }

    @Test
    void rejectsWhatIsCutOff() {
        byte[] der = TestCertificates.der();
        assertThat(SignerCertificate.read(KID, base64(Arrays.copyOf(der, der.length - 1)))).isEmpty();
    }

    @Test
    void rejectsNothing() {
        assertThat(SignerCertificate.read(KID, null)).isEmpty();
        assertThat(SignerCertificate.read(KID, "")).isEmpty();
    }

    @Test
    void rejectsWhatNoPhoneShouldParse() {
        assertThat(SignerCertificate.read(KID, base64(new byte[20_000]))).isEmpty();
    }

    @Test
    @DisplayName("hcert-spec 3.3.2: kid = first 8 bytes of SHA-256 of the DER")
    void knowsWhetherItIsNamedByItsHash() {
        SignerCertificate own = TestCertificates.own();
        assertThat(own.isNamedByItsHash()).isTrue();
        assertThat(TestCertificates.foreign(own.kid()).isNamedByItsHash()).isFalse();
    }

    @Test
    @DisplayName("RFC 5280 4.1.2.5: notAfter is inclusive")
    void isValidUpToItsLastInstant() {
        SignerCertificate own = TestCertificates.own();
        assertThat(own.isExpiredAt(TestCertificates.NOT_AFTER)).isFalse();
        assertThat(own.isExpiredAt(TestCertificates.NOT_AFTER.plusMillis(1))).isTrue();
    }
}
