package it.dgc.common.hcert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("the DSC's extended key usage, in both forms of the arc")
class SignerKeyTest {

    @ParameterizedTest
    @CsvSource({"1.3.6.1.4.1.1847.2021.1.1,TEST", "1.3.6.1.4.1.1847.2021.1.2,VACCINATION",
            "1.3.6.1.4.1.1847.2021.1.3,RECOVERY", "1.3.6.1.4.1.0.1847.2021.1.1,TEST",
            "1.3.6.1.4.1.0.1847.2021.1.2,VACCINATION", "1.3.6.1.4.1.0.1847.2021.1.3,RECOVERY"})
    void knowsTheSixIdentifiers(String oid, CertificateKind kind) {
        assertThat(TestSigner.p256(oid).key().usages()).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({"1.3.6.1.5.5.7.3.1", "1.3.6.1.4.1.1847.2021.1.4", "1.3.6.1.4.1.1847.2021.1.33",
            "1.3.6.1.4.1.1847.2021.1.1.1"})
    void takesOthersForNoRestriction(String oid) {
        assertThat(TestSigner.p256(oid).key().usages()).isEmpty();
    }

    @Test
    void readsKeyAndPeriod() {
        TestSigner signer = TestSigner.p256();
        assertThat(signer.key()).isEqualTo(new SignerKey(signer.pair().getPublic(), TestSigner.NOT_BEFORE,
                TestSigner.NOT_AFTER, Set.of()));
    }

    @Test
    @DisplayName("null and empty groups state nothing (vectors BG1, BG2)")
    void findsTheKindsThatAreStated() {
        Map<String, Object> dcc = new java.util.HashMap<>(Map.of("v", List.of(), "t", List.of(Map.of()), "e", "x"));
        dcc.put("r", null);
        assertThat(CertificateKind.of(dcc)).containsExactly(CertificateKind.TEST);
        assertThat(Arrays.stream(CertificateKind.values()).map(CertificateKind::group)).containsExactly("t", "v", "r",
                "e");
    }
}
