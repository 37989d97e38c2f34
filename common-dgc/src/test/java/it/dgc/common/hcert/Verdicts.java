package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** What a verifier who trusts one signer says to a text. */
final class Verdicts {

    static final TestSigner SIGNER = TestSigner.p256();

    private Verdicts() {}

    static String text() throws GeneralSecurityException {
        return new HcertEncoder().encode(TestClaims.claims(), SIGNER);
    }

    static void accepts(String text) {
        assertThat(SIGNER.decoder().read(text, TestClaims.NOON)).isInstanceOf(HcertReading.Accepted.class);
    }

    static void refuses(String text, HcertRefusal reason) {
        refuses(text, TestClaims.NOON, reason);
    }

    static void refuses(String text, Instant at, HcertRefusal reason) {
        assertThat(SIGNER.decoder().read(text, at)).isEqualTo(new HcertReading.Refused(reason));
    }
}
