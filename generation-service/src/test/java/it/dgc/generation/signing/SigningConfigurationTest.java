package it.dgc.generation.signing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import it.dgc.common.hcert.KeyId;
import it.dgc.generation.DeploymentProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The settings say which keys sign, from when on, and which never again")
class SigningConfigurationTest {

    private static final Instant CHANGE = Instant.parse("2022-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(CHANGE, ZoneOffset.UTC);
    private static final TestKeys OLD = TestKeys.good();
    private static final TestKeys NEW = TestKeys.of(CHANGE.minus(Duration.ofHours(47)), TestKeys.NOT_AFTER);

    @TempDir
    private Path directory;

    @Test
    void signsWithAKeyAfterItsLeadTime() {
        assertThat(ring(settings(Duration.ofHours(47), OLD, NEW)).at(CHANGE).kid()).isEqualTo(kid(NEW));
    }

    @Test
    @DisplayName("a key that verifiers could not have fetched in time keeps the service from starting")
    void refusesAKeyWithinItsLeadTime() {
        SigningProperties settings = settings(Duration.ofHours(48), OLD, NEW);
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> ring(settings))
                .withMessageContaining("before verifiers know it");
    }

    @Test
    void signsNothingWithAKeyThatIsWithdrawn() {
        SignerRing ring = ring(withdrawing(settings(Duration.ofHours(47), OLD, NEW), NEW));
        assertThat(ring.at(CHANGE).kid()).isEqualTo(kid(OLD));
        assertThat(ring.withdrawn()).containsExactly(kid(NEW));
    }

    @Test
    @DisplayName("a service whose only key is withdrawn starts, or nobody would publish the withdrawal")
    void startsWithoutAnyKeyThatIsTrusted() {
        SignerRing ring = ring(withdrawing(settings(Duration.ofHours(48), OLD), OLD));
        assertThat(ring.trusted()).isEmpty();
        assertThat(ring.withdrawn()).containsExactly(kid(OLD));
    }

    @Test
    @DisplayName("the development key is withdrawn as any other")
    void withdrawsTheDevelopmentKey() {
        Path keystore = directory.resolve("development.p12");
        SigningProperties first = new SigningProperties(List.of(), keystore, Duration.ofHours(48), List.of(),
                SelfVerification.OF_EVERY_ONE);
        KeyId made = ring(first).all().getFirst().kid();
        SignerRing again = ring(
                new SigningProperties(List.of(), keystore, Duration.ofHours(48), List.of(made.base64()),
                        SelfVerification.OF_EVERY_ONE));
        assertThat(again.all()).extracting(DocumentSigner::kid).containsExactly(made);
        assertThat(again.trusted()).isEmpty();
    }

    private static SignerRing ring(SigningProperties settings) {
        return new SigningConfiguration().signerRing(settings,
                new DeploymentProperties(DeploymentProperties.Mode.DEVELOPMENT),
                CLOCK);
    }

    /** The old key from its beginning, all others from the change on. */
    private SigningProperties settings(Duration leadTime, TestKeys... keys) {
        return new SigningProperties(Arrays.stream(keys).map(key -> new SigningProperties.Key(
                key.writeTo(directory.resolve(key.dsc().getSerialNumber() + ".p12")), null, TestKeys.PASSWORD,
                key == OLD ? null : CHANGE, null)).toList(), null, leadTime, List.of(), SelfVerification.OF_EVERY_ONE);
    }

    private static SigningProperties withdrawing(SigningProperties settings, TestKeys gone) {
        return new SigningProperties(settings.keys(), null, settings.leadTime(), List.of(kid(gone).base64()),
                SelfVerification.OF_EVERY_ONE);
    }

    private static KeyId kid(TestKeys keys) {
        return KeyId.ofCertificate(keys.dsc());
    }
}
