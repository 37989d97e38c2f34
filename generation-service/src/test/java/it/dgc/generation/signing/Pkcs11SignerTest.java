package it.dgc.generation.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.SignerKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("architecture D9: a key behind PKCS#11 signs as one in a file does, and stays in its token")
class Pkcs11SignerTest {

    @TempDir
    private static Path directory;
    private static final Properties FINDINGS = new Properties();

    @BeforeAll
    static void rehearse() throws IOException {
        assumeTrue(SoftHsm.isInstalled(), "SoftHSM2 (package softhsm2) is not installed: no token to sign with");
        SoftHsm softHsm = SoftHsm.in(directory);
        softHsm.makeToken(TokenRehearsal.PIN);
        Path desk = Files.createDirectory(directory.resolve("desk"));
        softHsm.run(TokenRehearsal.class, desk.toString(), softHsm.library().toString());
        try (Reader in = Files.newBufferedReader(desk.resolve(TokenRehearsal.FINDINGS))) {
            FINDINGS.load(in);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsc", "next"})
    void signsWhatAVerifierAcceptsWithTheKeyThatTheAliasChose(String alias) throws CertificateException {
        X509Certificate certificate = certificate(alias);
        assertThat(read(finding("text." + alias), certificate)).isInstanceOfSatisfying(HcertReading.Accepted.class,
                accepted -> {
                    assertThat(accepted.hcert().kid()).isEqualTo(KeyId.ofCertificate(certificate));
                    assertThat(accepted.hcert().dcc()).isEqualTo(Payloads.valid().dcc());
                });
    }

    @Test
    void knowsOneKeyOfTheTokenFromTheOther() throws CertificateException {
        assertThat(read(finding("text.dsc"), certificate("next"))).isInstanceOf(HcertReading.Refused.class);
    }

    @Test
    @DisplayName("reliability P17: the key never leaves; getEncoded() == null")
    void holdsNoKeyThatCouldLeave() {
        assertThat(finding("encoded")).isEqualTo("null");
        assertThat(finding("format")).isEqualTo("null");
        assertThat(finding("key")).contains("token object", "sensitive", "unextractable");
    }

    @Test
    void takesTheCertificateOfTheCscaFromAFile() {
        assertThat(Base64.getDecoder().decode(finding("kid.alone"))).hasSize(8);
    }

    @Test
    void saysWhereItsKeyIs() {
        assertThat(finding("signer")).endsWith(" of the signing token token.cfg (key dsc), signed by the token");
    }

    @Test
    @DisplayName("a token that forgot us fails one signature; the next one opens it again")
    void signsAgainAfterTheTokenWasLoggedOut() throws CertificateException {
        X509Certificate certificate = certificate("dsc");
        assertThat(finding("after-logout.first"))
                .isEqualTo("The key " + KeyId.ofCertificate(certificate).base64() + " could not sign");
        assertThat(List.of(finding("after-logout.second"), finding("after-logout.third")))
                .allMatch(text -> read(text, certificate) instanceof HcertReading.Accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nobody | holds no such key, or no certificate with the identifier (CKA_ID) of the key",
            "alone | must hold the signer's certificate and its CSCA's",
            "european | has a European key usage; exemptions are valid in Italy alone and need a key without",
            "development | holds a development key, which must not sign in production",
            "p384 | must hold a key on P-256",
            "extractable | gives the key away; it must be sensitive, not extractable"})
    void refusesAKey(String alias, String why) {
        assertThat(finding("refused." + alias)).isEqualTo("The signing token token.cfg (key " + alias + ") " + why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"other.cer | holds a certificate that its CSCA did not sign",
            "broken.cer | is given no readable certificate of its CSCA: broken.cer",
            "missing.cer | is given no readable certificate of its CSCA: missing.cer"})
    void refusesACsca(String file, String why) {
        assertThat(finding("refused." + file)).isEqualTo("The signing token token.cfg (key alone) " + why);
    }

    @Test
    void refusesAWrongPinAndAMissingConfiguration() {
        assertThat(List.of(finding("refused.pin"), finding("refused.configuration"))).containsExactly(
                "The signing token token.cfg (key dsc) cannot be opened: the configuration or the PIN is wrong, "
                        + "or there is no token",
                "The signing token missing.cfg (key dsc) cannot be opened: the configuration or the PIN is wrong, "
                        + "or there is no token");
    }

    @Test
    @DisplayName("tokens lock themselves after a few wrong PINs")
    void triesAPinThatWasRefusedNoSecondTime() {
        assertThat(List.of(finding("wrong-pin.first"), finding("wrong-pin.second"))).containsExactly(
                "The token cannot be logged into", "The token refused the PIN; trying it again could lock the token");
    }

    private static String finding(String name) {
        return FINDINGS.getProperty(name, name + " was not found");
    }

    private static X509Certificate certificate(String alias) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                new ByteArrayInputStream(Base64.getDecoder().decode(finding("certificate." + alias))));
    }

    private static HcertReading read(String text, X509Certificate signer) {
        return new HcertDecoder(kid -> List.of(SignerKey.of(signer))).read(text, Payloads.ISSUED_AT);
    }
}
