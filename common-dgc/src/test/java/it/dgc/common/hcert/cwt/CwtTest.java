package it.dgc.common.hcert.cwt;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("RFC 8392, 2: NumericDate")
class CwtTest {

    @Test
    @DisplayName("iss is optional (hcert-spec 3.3.4)")
    void writesNoIssuerWhereThereIsNone() {
        Cwt cwt = new Cwt(null, Instant.ofEpochSecond(1), Instant.ofEpochSecond(2), Map.of());
        assertThat(HexFormat.of().formatHex(cwt.encode())).isEqualTo("a304020601390103a101a0");
        assertThat(Cwt.parse(cwt.encode())).hasValue(cwt);
    }

    @ParameterizedTest
    @CsvSource({"00,1970-01-01T00:00:00Z", "20,1969-12-31T23:59:59Z", "1a60a78c87,2021-05-21T10:33:43Z",
            "fb41d829e321c0000" + "0,2021-05-21T10:33:43Z", "f93e00,1970-01-01T00:00:01.500Z",
            "f9be00,1969-12-31T23:59:58.500Z", "c11a60a78c87,2021-05-21T10:33:43Z"})
    void readsIntegersAndFloats(String hex, Instant expected) {
        byte[] payload = HexFormat.of().parseHex("a304" + hex + "0600390103a101a0");
        assertThat(Cwt.parse(payload)).map(Cwt::expiresAt).hasValue(expected);
    }
}
