package it.dgc.common.hcert;

import java.util.Map;
import java.util.stream.Stream;

import it.dgc.common.hcert.cbor.Cbor;
import it.dgc.common.hcert.cwt.Cwt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("what must not be printed cannot be printed")
class PrintingTest {

    static Stream<Object> values() {
        HcertClaims claims = TestClaims.claims();
        byte[] payload = HcertEncoder.payload(claims);
        Hcert hcert = new Hcert(KeyId.of(new byte[8]), "IT", claims.issuedAt(), claims.expiresAt(), claims.dcc());
        return Stream.of(claims, hcert, Cwt.parse(payload).orElseThrow(), Cbor.read(payload).orElseThrow(),
                new HcertInspection.Readable(hcert), new HcertReading.Accepted(hcert, TestSigner.p256().key()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void printsNothingOfTheDcc(Object value) {
        Map<String, Object> dcc = TestClaims.dcc();
        assertThat(value.toString()).doesNotContain("PROVA", "Prova", "AAABBB", "CUEV", "01IT", "1960")
                .doesNotContain(dcc.toString());
    }
}
