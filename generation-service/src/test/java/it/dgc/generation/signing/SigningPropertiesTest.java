package it.dgc.generation.signing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import it.dgc.common.hcert.KeyId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A signing key is named by a key store or by a token")
class SigningPropertiesTest {

    private static final String KEYSTORE = "dgc.signing.keys[0].keystore";
    private static final String PASSWORD = "dgc.signing.keys[0].password";
    private static final String CONFIGURATION = "dgc.signing.keys[0].token.configuration";
    private static final String ALIAS = "dgc.signing.keys[0].token.alias";
    private static final String CSCA = "dgc.signing.keys[0].token.csca";

    private static final String FIRST = "dgc.signing.self-verification.first";
    private static final String ONE_OF = "dgc.signing.self-verification.one-of";

    @Test
    void readsAKeyStore() {
        assertThat(bind(Map.of(KEYSTORE, "signer.p12", PASSWORD, "secret")))
                .isEqualTo(SigningProperties.Key.inKeystore(Path.of("signer.p12"), "secret"));
    }

    @Test
    void readsAToken() {
        assertThat(bind(Map.of(CONFIGURATION, "hsm.cfg", ALIAS, "dsc", CSCA, "csca.pem", PASSWORD, "1234")))
                .isEqualTo(new SigningProperties.Key(null,
                        new SigningProperties.Token(Path.of("hsm.cfg"), "dsc", Path.of("csca.pem")), "1234", null,
                        null));
    }

    @Test
    void refusesBothAndNone() {
        String why = "A signing key is named by a key store or by a token: one of them";
        assertRefused(Map.of(KEYSTORE, "signer.p12", CONFIGURATION, "hsm.cfg", ALIAS, "dsc", PASSWORD, "1234"), why);
        assertRefused(Map.of(PASSWORD, "1234"), why);
    }

    @Test
    void refusesATokenWithoutAliasOrConfiguration() {
        String why = "A signing token needs a configuration and the alias of the key";
        assertRefused(Map.of(CONFIGURATION, "hsm.cfg", PASSWORD, "1234"), why);
        assertRefused(Map.of(CONFIGURATION, "hsm.cfg", ALIAS, " ", PASSWORD, "1234"), why);
        assertRefused(Map.of(ALIAS, "dsc", PASSWORD, "1234"), why);
    }

    @Test
    void keepsThePinOutOfPrint() {
        assertThat(bind(Map.of(CONFIGURATION, "hsm.cfg", ALIAS, "dsc", PASSWORD, "86421357")).toString())
                .contains("hsm.cfg", "dsc").doesNotContain("86421357");
    }

    @Test
    @DisplayName("architecture D9: a new key is published 48 h before its first use")
    void gives48HoursToVerifiers() {
        SigningProperties settings = bindAll(Map.of(KEYSTORE, "signer.p12", PASSWORD, "secret"));
        assertThat(settings.leadTime()).isEqualTo(Duration.ofHours(48));
        assertThat(settings.withdrawnKeys()).isEmpty();
    }

    @Test
    @DisplayName("ADR 0022: the first 100 signatures of a key are verified, then one of 16")
    void verifiesTheFirstSignaturesAndSamplesOfTheOthers() {
        SigningProperties settings = bindAll(Map.of(KEYSTORE, "signer.p12", PASSWORD, "secret"));
        assertThat(settings.selfVerification()).isEqualTo(new SelfVerification(100, 16));
        assertThat(bindAll(Map.of(ONE_OF, "1", FIRST, "5")).selfVerification()).isEqualTo(new SelfVerification(5, 1));
    }

    @ParameterizedTest
    @CsvSource({"0,16", "-1,16", "1000001,16", "100,0", "100,-1", "100,1001"})
    @DisplayName("no setting turns the verification off")
    void keepsTheSamplesWithinBounds(String first, String oneOf) {
        assertRefused(Map.of(FIRST, first, ONE_OF, oneOf),
                "The first 1 to 1,000,000 signatures of a key are verified, then one of 1 to 1,000");
    }

    @Test
    void readsWhatIsWithdrawn() {
        KeyId one = KeyId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
        KeyId two = KeyId.of(new byte[]{-1, -2, -3, -4, -5, -6, -7, -8});
        SigningProperties settings = bindAll(
                Map.of("dgc.signing.withdrawn[0]", one.base64(), "dgc.signing.withdrawn[1]", two.base64()));
        assertThat(settings.withdrawnKeys()).containsExactlyInAnyOrder(one, two);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signer.p12", "0102030405060708", "AQIDBAUGBwg", "AQIDBAUGBw==", "AQIDBAUGBwgJ", " "})
    @DisplayName("a withdrawal that withdraws nothing is no withdrawal")
    void refusesToWithdrawWhatIsNoKid(String text) {
        assertRefused(Map.of("dgc.signing.withdrawn[0]", text),
                "A withdrawn key is named by its kid: 8 bytes in Base64");
    }

    private static SigningProperties.Key bind(Map<String, String> settings) {
        return bindAll(settings).keys().getFirst();
    }

    private static SigningProperties bindAll(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bind("dgc.signing", SigningProperties.class)
                .get();
    }

    private static void assertRefused(Map<String, String> settings, String why) {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bindAll(settings)).havingRootCause()
                .withMessage(why);
    }
}
