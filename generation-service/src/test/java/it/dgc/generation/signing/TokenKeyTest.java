package it.dgc.generation.signing;

import java.nio.file.Path;
import java.util.List;

import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.SignerKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A token that is away fails signatures, never the service: each next signature tries to open it again")
class TokenKeyTest {

    private static final String PIN = "1234";
    private static final TestKeys KEYS = TestKeys.good();

    private final FragileToken token = new FragileToken(KEYS, PIN);
    private final DocumentSigner signer = signer(token);

    @Test
    void signsManyTimesAfterOneLogin() {
        assertSigns();
        assertSigns();
        assertThat(token.logins()).isEqualTo(1);
    }

    @Test
    void signsAgainAfterTheTokenForgotItsSessions() {
        token.forgetSessions();
        assertFails();
        assertSigns();
        assertThat(token.logins()).isEqualTo(2);
    }

    @Test
    void signsAgainWhenTheTokenIsBack() {
        token.takeOut();
        assertFails();
        assertFails();
        token.putBack();
        assertSigns();
    }

    @Test
    @DisplayName("a provider without its token waits for it on a thread of its own: one is enough")
    void makesNoFurtherProviderWhileTheTokenIsAway() {
        token.takeOut();
        for (int i = 0; i < 20; i++) {
            assertFails();
        }
        assertThat(token.providers()).isEqualTo(1);
    }

    @Test
    @DisplayName("tokens lock themselves after a few wrong PINs")
    void triesAPinThatWasRefusedNoSecondTime() {
        token.changePin("4321");
        for (int i = 0; i < 20; i++) {
            assertFails();
        }
        assertThat(token.logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("another key under the same alias signs nothing under this certificate")
    void keepsInWhatAnotherKeyOfTheSameAliasSigned() {
        FragileToken other = new FragileToken(TestKeys.good(), PIN);
        StoredKey stored = TokenKey.find(settings(), new TokenAccess(other::newProvider, PIN));
        KeystoreSigner deceived = new KeystoreSigner(KEYS.dsc(), stored, KEYS.wholeLife(), SignatureEngine.portable(),
                SelfVerification.OF_EVERY_ONE);
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> deceived.sign(Payloads.checked(Payloads.valid(), deceived)));
    }

    private static DocumentSigner signer(FragileToken token) {
        StoredKey stored = TokenKey.find(settings(), new TokenAccess(token::newProvider, PIN));
        return new KeystoreSigner(KEYS.dsc(), stored, KEYS.wholeLife(), SignatureEngine.portable(),
                SelfVerification.OF_EVERY_ONE);
    }

    private static SigningProperties.Token settings() {
        return new SigningProperties.Token(Path.of("fragile.cfg"), FragileToken.ALIAS, null);
    }

    private String sign() {
        return signer.sign(Payloads.checked(Payloads.valid(), signer));
    }

    private void assertSigns() {
        assertThat(new HcertDecoder(kid -> List.of(SignerKey.of(KEYS.dsc()))).read(sign(), Payloads.ISSUED_AT))
                .isInstanceOf(HcertReading.Accepted.class);
    }

    private void assertFails() {
        assertThatExceptionOfType(SigningException.class).isThrownBy(this::sign)
                .withMessage("The key " + signer.kid().base64() + " could not sign");
    }
}
