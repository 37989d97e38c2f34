package it.dgc.common.exemption;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.SamplePayload;
import it.dgc.common.testing.QrPicture;
import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("channels 1.6: the public sample of January 2022")
class ItalianSampleTest {

    private String text;
    private Hcert hcert;

    @BeforeEach
    void scan() throws IOException {
        Path picture = TestVectors.path("it/exemption-sample.png");
        text = QrPicture.read(ImageIO.read(picture.toFile())).orElseThrow();
        hcert = ((HcertInspection.Readable) HcertDecoder.inspect(text)).hcert();
    }

    @Test
    void decodesToItsKnownClaims() {
        assertThat(hcert.kid()).isEqualTo(KeyId.ofBase64("OObuK0AldXY="));
        assertThat(hcert.issuer()).isEqualTo("IT");
        assertThat(hcert.issuedAt()).isEqualTo(Instant.ofEpochSecond(1642098910));
        assertThat(hcert.expiresAt()).isEqualTo(Instant.ofEpochSecond(1702857600));
    }

    @Test
    void decodesToItsKnownExemption() {
        var entry = new ExemptionEntry("AAABBB12A10H501F", LocalDate.of(2021, 12, 13),
                Optional.of(LocalDate.of(2022, 1, 13)), "01IT1B321FE2B68D42A7AB6A2EC83E8F09F3#7", "CUEV-ABCDE12345");
        var name = new HolderName("PROVA", "ESONERO", "PROVA", "ESONERO");
        assertThat(Exemption.fromDcc(hcert.dcc())).isEqualTo(
                new ExemptionReading.Read(Exemption.of(name, LocalDate.of(1960, 1, 1), entry)));
    }

    @Test
    @DisplayName("the same claims give the same signed bytes")
    void encodesToTheSameBytes() {
        byte[] ours = HcertEncoder
                .payload(new HcertClaims(hcert.issuer(), hcert.issuedAt(), hcert.expiresAt(), hcert.dcc()));
        assertThat(ours).hasSize(254).isEqualTo(SamplePayload.of(text));
    }

    @Test
    @DisplayName("what is issued differs from the sample in the description only")
    void writesTheSamplesBytesAndTheDescription() {
        Exemption exemption = ((ExemptionReading.Read) Exemption.fromDcc(hcert.dcc())).exemption();
        Map<String, Object> dcc = new LinkedHashMap<>(exemption.toDcc());
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) dcc.get("e")).getFirst();
        Map<Object, Object> withoutDescription = new LinkedHashMap<>(entry);
        assertThat(withoutDescription.remove("ds")).isEqualTo(Exemption.DESCRIPTION);
        dcc.put("e", List.of(withoutDescription));
        assertThat(HcertEncoder.payload(new HcertClaims("IT", hcert.issuedAt(), hcert.expiresAt(), dcc)))
                .isEqualTo(SamplePayload.of(text));
    }
}
