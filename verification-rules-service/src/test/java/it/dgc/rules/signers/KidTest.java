package it.dgc.rules.signers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("hcert-spec 3.3.2: kid is the first 8 bytes of a SHA-256, here in Base64")
class KidTest {

    @Test
    void acceptsTheBase64OfEightBytes() {
        assertThat(Kid.read("NJpCsMLQco4=")).map(Kid::value).hasValue("NJpCsMLQco4=");
    }

    @Test
    void writesBytesAsClientsExpectThem() {
        assertThat(Kid.of(new byte[8])).isEqualTo(new Kid("AAAAAAAAAAA="));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"NJpCsMLQco4", "NJpCsMLQco5=", "NJpCsMLQcg==", "NJpCsMLQco4=\n", "8hilYZIP6uI_", "a kid",
            "NJpCsMLQco5W"})
    void rejectsEveryOtherSpelling(String text) {
        assertThat(Kid.read(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Kid(text));
    }
}
