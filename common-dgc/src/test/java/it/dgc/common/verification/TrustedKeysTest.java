package it.dgc.common.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.security.auth.x500.X500Principal;

import it.dgc.common.hcert.CertificateKind;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.testing.TestVectors;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.hcert.CertificateKind.EXEMPTION;
import static it.dgc.common.hcert.CertificateKind.RECOVERY;
import static it.dgc.common.hcert.CertificateKind.TEST;
import static it.dgc.common.hcert.CertificateKind.VACCINATION;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D1: a signer's certificate says what it may state")
class TrustedKeysTest {

    private static final String CSCA = "CN=CSCA,O=Ministero,C=IT";

    private static Set<CertificateKind> usages(X509Certificate certificate) {
        KeyId kid = KeyId.ofCertificate(certificate);
        return TrustedKeys.of(Map.of(kid, List.of(certificate))).candidates(kid).getFirst().usages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=DSC,O=PN-DGC,C=IT", "C=IT,CN=DSC", "C=IT", "O=PN-DGC+C=IT,CN=DSC",
            "CN=DSC,O=\"Rossi, Bianchi\",C=IT"})
    void marksAnItalianSignerWithoutEuropeanUsages(String subject) {
        assertThat(usages(TestIssuer.of(subject, CSCA).certificate())).contains(EXEMPTION, TEST, VACCINATION, RECOVERY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=DSC,C=SM", "CN=DSC", "CN=\"DSC,C=IT\"", "CN=\"DSC,C=IT\",C=SM", "CN=DSC,C=IT,C=SM",
            "CN=DSC,ST=IT", "CN=\"x+C=IT\",C=VA"})
    void marksNoOtherSubject(String subject) {
        assertThat(usages(TestIssuer.of(subject, CSCA).certificate())).containsOnly(TEST, VACCINATION, RECOVERY);
        assertThat(usages(TestIssuer.of("CN=DSC,C=IT", subject).certificate()))
                .containsOnly(TEST, VACCINATION, RECOVERY);
    }

    @ParameterizedTest
    @CsvSource({TestIssuer.TEST + ",TEST", TestIssuer.VACCINATION + ",VACCINATION", TestIssuer.RECOVERY + ",RECOVERY"})
    void limitsASignerToTheUsagesItNames(String usage, CertificateKind kind) {
        assertThat(usages(TestIssuer.italian(usage).certificate())).containsExactly(kind);
    }

    @Test
    void takesOtherUsagesForNone() {
        assertThat(usages(TestIssuer.italian("1.3.6.1.5.5.7.3.1").certificate())).contains(EXEMPTION);
    }

    @ParameterizedTest
    @CsvSource({"prod-DSC_NJpCsMLQco4_,true", "prod-DSC_zrMytIH40Rk_,true", "prod-DSC_8hilYZIP6uI_,true",
            "prod-DSC_jnFYIu1y3ic_,false", "DSC_OTAXaM3aBRM,true"})
    @DisplayName("the Italian signers of 2021: the one with a usage of recovery states no exemption")
    void readsThePublicItalianSigners(String name, boolean marked) throws IOException, GeneralSecurityException {
        byte[] der = Files.readAllBytes(TestVectors.path("it/dsc-it/" + name + ".der"));
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
        assertThat(usages(certificate).contains(EXEMPTION)).isEqualTo(marked);
    }

    @Test
    @DisplayName("hcert-spec 3.3.3: a kid names candidates")
    void keepsEveryCertificateOfAKid() {
        KeyId kid = KeyId.ofBase64("OObuK0AldXY=");
        TrustedKeys keys = TrustedKeys.of(
                Map.of(kid, List.of(TestIssuer.italian().certificate(), TestIssuer.italian().certificate())));
        assertThat(keys.candidates(kid)).hasSize(2);
        assertThat(keys.candidates(Desk.SIGNER.kid())).isEmpty();
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void leavesOutACertificateWhoseUsageCannotBeRead() throws Exception {
        X509Certificate broken = withUnreadableUsage();
        KeyId kid = KeyId.ofCertificate(broken);
        TrustedKeys keys = TrustedKeys.of(Map.of(kid, List.of(broken)));
        assertThat(keys.candidates(kid)).isEmpty();
        assertThat(keys.isEmpty()).isTrue();
    }

    private static X509Certificate withUnreadableUsage() throws Exception {
        X500Principal name = new X500Principal("CN=DSC,C=IT");
        var pair = Desk.SIGNER.pair();
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(TestIssuer.NOT_BEFORE),
                Date.from(TestIssuer.NOT_AFTER), name, pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, false, new DEROctetString(new byte[1]));
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
