package it.dgc.revocation.drl.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptedCodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8, *;q=0.1", "GZIP", "x-gzip", "*",
            "deflate,gzip ; q=0.001"})
    void isGzipForWhoeverTakesIt(String header) {
        assertThat(AcceptedCoding.of(header)).isEqualTo(AcceptedCoding.GZIP);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"identity", "deflate, br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzipped", "¿junk?;;,,",
            "gzip;level=9;q=", "identity;q=0"})
    void isIdentityForEverybodyElse(String header) {
        assertThat(AcceptedCoding.of(header)).isEqualTo(AcceptedCoding.IDENTITY);
    }
}
