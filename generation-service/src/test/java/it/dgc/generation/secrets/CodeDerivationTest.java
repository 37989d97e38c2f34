package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D2, D3: identifiers and AUTHCODEs are functions of the exemption and a key")
class CodeDerivationTest {

    private static final int MANY = 1000;

    @TempDir
    private Path directory;
    private CodeDerivation codes;

    @BeforeEach
    void makeSecrets() {
        codes = Secrets.loadOrCreate(directory).codes();
    }

    @Test
    @DisplayName("a replay, or a store that lost its tail, rebuilds the same identifier")
    void givesTheSameCodesAfterARestart() {
        CodeDerivation restarted = Secrets.load(directory).codes();
        Uvci uvci = codes.uvci(Events.cuev(1), 0);
        assertThat(restarted.uvci(Events.cuev(1), 0)).isEqualTo(uvci);
        assertThat(restarted.authCode(uvci)).isEqualTo(codes.authCode(uvci));
        assertThat(restarted.keyVersion()).isEqualTo(codes.keyVersion());
    }

    @Test
    void givesEachExemptionAnIdentifierAndACodeOfItsOwn() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            Uvci uvci = codes.uvci(Events.cuev(i), 0);
            seen.add(uvci);
            seen.add(codes.authCode(uvci));
        }
        assertThat(seen).hasSize(2 * MANY);
    }

    @Test
    void givesEachReissueAnIdentifierOfItsOwn() {
        assertThat(Set.of(codes.uvci(Events.cuev(1), 0), codes.uvci(Events.cuev(1), 1), codes.uvci(Events.cuev(1), 2)))
                .hasSize(3);
    }

    @Test
    @DisplayName("without the key nobody can compute them")
    void givesOtherCodesUnderAnotherKey(@TempDir Path other) {
        CodeDerivation others = Secrets.loadOrCreate(other).codes();
        Uvci uvci = codes.uvci(Events.cuev(1), 0);
        assertThat(others.uvci(Events.cuev(1), 0)).isNotEqualTo(uvci);
        assertThat(others.authCode(uvci)).isNotEqualTo(codes.authCode(uvci));
        assertThat(others.keyVersion()).isNotEqualTo(codes.keyVersion());
    }
}
