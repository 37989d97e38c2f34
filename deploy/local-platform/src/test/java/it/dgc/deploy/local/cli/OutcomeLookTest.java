package it.dgc.deploy.local.cli;

import java.util.stream.Stream;

import it.dgc.common.verification.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeLookTest {

    @Test
    void givesEachOutcomeThatIsShownAnExitCodeOfItsOwn() {
        assertThat(Stream.of(Outcome.values()).filter(outcome -> outcome.shown(false) == outcome)
                .map(outcome -> OutcomeLook.of(outcome).exitCode())).doesNotHaveDuplicates().doesNotContain(1, 2);
        assertThat(OutcomeLook.of(Outcome.VALID).exitCode()).isZero();
    }

    @Test
    void looksTheSameForARevokedCertificateAsForOneThatIsNotValid() {
        assertThat(OutcomeLook.of(Outcome.REVOKED)).isEqualTo(OutcomeLook.of(Outcome.NOT_VALID));
    }
}
