package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Secrets have a fingerprint: the keys of identifiers and indexes are for ever (architecture D2)")
class FingerprintTest {

    /** The bytes 0 to 31, 32 to 63 and 64 to 95 as keys; the hashes were computed outside of this project's code. */
    private static final String INDEX_KEY = "EgIIAxogAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String UVCI_KEY = "EgIIAxogICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final String AUTHCODE_KEY = "EgIIAxogQEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=";

    @TempDir
    private Path directory;
    private Secrets.Fingerprint fingerprint;

    @BeforeEach
    void makeSecrets() {
        fingerprint = Secrets.loadOrCreate(directory).fingerprint();
    }

    @Test
    void staysTheSameAfterARestart() {
        assertThat(Secrets.load(directory).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    @DisplayName("a store keeps the fingerprint: another release must compute the same, HMAC-SHA-256 of constants")
    void neverChangesForTheSameKeys() throws IOException {
        write("blind-index.json", INDEX_KEY);
        write("uvci-derivation.json", UVCI_KEY);
        write("authcode-derivation.json", AUTHCODE_KEY);
        assertThat(Secrets.load(directory).fingerprint()).isEqualTo(new Secrets.Fingerprint(
                "NPpSez0jPxL12+e49YZLlW7bvYemFmqZjyKooMul0a0=",
                "6/r/ZlFH9EYzFBeYE5JZ+79kRXm2poSUaYNjDF1yKIs=",
                "Uv1BSbz9z9aGEy9/7S7wPMlFJ6ugAMOBNPz2c4hkPUE="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blind-index.json", "uvci-derivation.json", "authcode-derivation.json"})
    void tellsEachKeysetThatWasExchanged(String file, @TempDir Path other) throws IOException {
        Secrets.loadOrCreate(other);
        Files.copy(other.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        Secrets.Fingerprint exchanged = Secrets.load(directory).fingerprint();
        assertThat(exchanged.index().equals(fingerprint.index())).isNotEqualTo("blind-index.json".equals(file));
        assertThat(exchanged.uvci().equals(fingerprint.uvci())).isNotEqualTo("uvci-derivation.json".equals(file));
        assertThat(exchanged.authCode().equals(fingerprint.authCode()))
                .isNotEqualTo("authcode-derivation.json".equals(file));
    }

    private void write(String file, String key) throws IOException {
        Files.writeString(directory.resolve(file), """
                {"primaryKeyId": 7, "key": [{"keyId": 7, "status": "ENABLED", "outputPrefixType": "RAW", "keyData":
                {"typeUrl": "type.googleapis.com/google.crypto.tink.HmacPrfKey", "keyMaterialType": "SYMMETRIC",
                "value": "%s"}}]}
                """.formatted(key));
    }
}
