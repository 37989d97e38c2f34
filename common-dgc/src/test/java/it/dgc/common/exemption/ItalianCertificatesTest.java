package it.dgc.common.exemption;

import java.io.IOException;
import java.util.Set;

import javax.imageio.ImageIO;

import it.dgc.common.hcert.CertificateKind;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.SamplePayload;
import it.dgc.common.testing.QrPicture;
import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Italian specimens of the other kinds (dcc-quality-assurance)")
class ItalianCertificatesTest {

    @ParameterizedTest
    @CsvSource({"1.0.0_VAC,VACCINATION", "1.0.0_TEST,TEST", "1.0.0_REC,RECOVERY", "1.3.0_VAC_revoked,VACCINATION",
            "1.3.0_TEST_revoked,TEST", "1.3.0_REC_revoked,RECOVERY"})
    void areReadAndAreNoExemptions(String name, CertificateKind kind) throws IOException {
        String text = text(name);
        Hcert hcert = ((HcertInspection.Readable) HcertDecoder.inspect(text)).hcert();
        assertThat(CertificateKind.of(hcert.dcc())).isEqualTo(Set.of(kind));
        assertThat(Exemption.fromDcc(hcert.dcc())).isEqualTo(new ExemptionReading.NotAnExemption());
        assertThat(HcertEncoder
                .payload(new HcertClaims(hcert.issuer(), hcert.issuedAt(), hcert.expiresAt(), hcert.dcc())))
                .isEqualTo(SamplePayload.of(text));
    }

    private static String text(String name) throws IOException {
        return QrPicture.read(ImageIO.read(TestVectors.path("it/dcc-qa-IT/" + name + ".png").toFile())).orElseThrow();
    }
}
