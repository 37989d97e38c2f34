package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D3: look-ups go through keyed hashes")
class BlindIndexTest {

    private static final Cuev CUEV = Events.cuev(1);
    private static final CodiceFiscale PERSON = Events.HOLDER.fiscalCode();

    @TempDir
    private Path directory;
    private BlindIndex index;

    @BeforeEach
    void makeSecrets() {
        index = Secrets.loadOrCreate(directory).index();
    }

    @Test
    void findsTheSameValueAfterARestart() {
        BlindIndex restarted = Secrets.load(directory).index();
        assertThat(restarted.of(CUEV)).isEqualTo(index.of(CUEV)).hasSize(32);
        assertThat(restarted.of(PERSON)).isEqualTo(index.of(PERSON)).hasSize(32);
        assertThat(restarted.ofContent("text")).isEqualTo(index.ofContent("text"));
    }

    @Test
    void tellsValuesApart() {
        assertThat(index.of(Events.cuev(2))).isNotEqualTo(index.of(CUEV));
        assertThat(index.of(Events.DOCTOR.fiscalCode())).isNotEqualTo(index.of(PERSON));
        assertThat(index.of(AuthCode.derive(new byte[16]))).isNotEqualTo(index.of(CUEV));
        assertThat(index.ofContent("text ")).isNotEqualTo(index.ofContent("text"));
    }

    @Test
    @DisplayName("one text has another index as a code, as a person and as content, so that no index tells of another")
    void tellsDomainsApart() {
        assertThat(index.ofContent(CUEV.sha256Hex())).isNotEqualTo(base64(index.of(CUEV)));
        assertThat(index.ofContent(PERSON.value())).isNotEqualTo(base64(index.of(PERSON)));
    }

    @Test
    @DisplayName("the plain hash of a code can be enumerated; the index cannot without the key")
    void dependsOnItsKey(@TempDir Path other) {
        BlindIndex others = Secrets.loadOrCreate(other).index();
        assertThat(others.of(CUEV)).isNotEqualTo(index.of(CUEV));
        assertThat(others.of(PERSON)).isNotEqualTo(index.of(PERSON));
        assertThat(HexFormat.of().formatHex(index.of(CUEV))).isNotEqualTo(CUEV.sha256Hex());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
