package it.dgc.common.hcert;

import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("hcert-spec 3.3.3: kid is the first 8 bytes of SHA-256 over the DSC's DER")
class KeyIdTest {

    @ParameterizedTest
    @CsvSource({"it/dsc-it/prod-DSC_NJpCsMLQco4_.der,NJpCsMLQco4=", "it/dsc-it/prod-DSC_zrMytIH40Rk_.der,zrMytIH40Rk=",
            "it/dsc-it/prod-DSC_8hilYZIP6uI_.der,8hilYZIP6uI=", "it/dsc-it/prod-DSC_jnFYIu1y3ic_.der,jnFYIu1y3ic=",
            "it/dsc-it/DSC_OTAXaM3aBRM.der,OTAXaM3aBRM="})
    void isThatOfTheItalianCertificates(String file, String kid) throws Exception {
        assertThat(KeyId.ofCertificate(certificate(file))).isEqualTo(KeyId.ofBase64(kid)).hasToString(kid);
    }

    @Test
    @DisplayName("the fourth Italian production key may sign recoveries only, the others anything")
    void readsTheUsagesOfTheItalianCertificates() throws Exception {
        assertThat(SignerKey.of(certificate("it/dsc-it/prod-DSC_jnFYIu1y3ic_.der")).usages())
                .containsExactly(CertificateKind.RECOVERY);
        assertThat(SignerKey.of(certificate("it/dsc-it/DSC_OTAXaM3aBRM.der")).usages()).isEmpty();
    }

    private static X509Certificate certificate(String file) throws Exception {
        try (InputStream in = Files.newInputStream(TestVectors.path(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 64})
    void takesAnyLengthThatListsHold(int length) {
        assertThat(KeyId.of(new byte[length]).bytes()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void refusesOtherLengths(int length) {
        assertThatThrownBy(() -> KeyId.of(new byte[length])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNotBase64() {
        assertThatThrownBy(() -> KeyId.ofBase64("zrMytIH40Rk_")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isAValueThatNobodyCanChange() {
        byte[] bytes = {1, 2};
        KeyId kid = KeyId.of(bytes);
        bytes[0] = 9;
        kid.bytes()[1] = 9;
        assertThat(kid).isEqualTo(KeyId.of(new byte[]{1, 2})).hasSameHashCodeAs(KeyId.of(new byte[]{1, 2}))
                .isNotEqualTo(KeyId.of(new byte[]{1}));
    }
}
