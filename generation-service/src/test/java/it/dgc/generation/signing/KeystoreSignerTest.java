package it.dgc.generation.signing;

import java.lang.reflect.Modifier;
import java.security.ProviderException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.SignerKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("architecture D5: the signer accepts checked certificates and nothing else")
class KeystoreSignerTest {

    private static final TestKeys KEYS = TestKeys.good();
    private static final HcertClaims CLAIMS = Payloads.valid();

    @ParameterizedTest
    @MethodSource("it.dgc.generation.signing.SignatureEngineTest#engines")
    void signsWhatAVerifierAccepts(SignatureEngine engine) {
        KeystoreSigner signer = KEYS.signer(KEYS.wholeLife(), engine);
        HcertReading reading = read(signer.sign(Payloads.checked(CLAIMS, signer)));
        assertThat(reading).isInstanceOfSatisfying(HcertReading.Accepted.class, accepted -> {
            assertThat(accepted.hcert().kid()).isEqualTo(KeyId.ofCertificate(KEYS.dsc()));
            assertThat(accepted.hcert().issuer()).isEqualTo("IT");
            assertThat(accepted.hcert().issuedAt()).isEqualTo(Payloads.ISSUED_AT);
            assertThat(accepted.hcert().expiresAt()).isEqualTo(Payloads.EXPIRES_AT);
            assertThat(accepted.hcert().dcc()).isEqualTo(CLAIMS.dcc());
        });
    }

    @Test
    void refusesACertificateThatWasCheckedForAnotherSigner() {
        CheckedCertificate checked = Payloads.checked(CLAIMS, TestKeys.good().signer());
        assertThatIllegalArgumentException().isThrownBy(() -> KEYS.signer().sign(checked))
                .withMessage("The certificate was checked for another signer");
    }

    static Stream<Named<UnaryOperator<byte[]>>> faults() {
        return Stream.of(Named.of("one bit is wrong", KeystoreSignerTest::wrong),
                Named.of("zeros", signature -> new byte[signature.length]), Named.of("one byte is missing",
                        signature -> Arrays.copyOf(signature, signature.length - 1)),
                Named.of("nothing",
                        signature -> new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("a signature that does not verify never leaves")
    void keepsABrokenSignatureIn(UnaryOperator<byte[]> fault) {
        KeystoreSigner signer = KEYS.signer(KEYS.wholeLife(), BrokenEngine.thatMakes(fault));
        CheckedCertificate checked = Payloads.checked(CLAIMS, signer);
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> signer.sign(checked))
                .withMessage("The key " + signer.kid().base64() + " could not sign");
    }

    @Test
    @DisplayName("a key store that fails for a moment is a failure to sign, which is tried again, and no fault of the message")
    void tellsAFailingProviderAsAFailureToSign() {
        KeystoreSigner signer = KEYS.signer(KEYS.wholeLife(), BrokenEngine.thatMakes(signature -> {
            throw new ProviderException("the token does not answer");
        }));
        CheckedCertificate checked = Payloads.checked(CLAIMS, signer);
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> signer.sign(checked));
    }

    @Test
    void letsASoundSignatureOutOfTheSameDouble() {
        KeystoreSigner signer = KEYS.signer(KEYS.wholeLife(), BrokenEngine.thatMakes(signature -> signature));
        assertThat(read(signer.sign(Payloads.checked(CLAIMS, signer)))).isInstanceOf(HcertReading.Accepted.class);
    }

    @Nested
    @DisplayName("ADR 0022: the first signatures are all verified, later ones by samples")
    class Samples {

        private final AtomicReference<UnaryOperator<byte[]>> fault = new AtomicReference<>(UnaryOperator.identity());
        private final SignatureEngine engine = BrokenEngine.thatMakes(signature -> fault.get().apply(signature));
        private final KeystoreSigner signer = new KeystoreSigner(KEYS.dsc(), KEYS.stored(engine), KEYS.wholeLife(),
                engine, new SelfVerification(3, 4));
        private final CheckedCertificate checked = Payloads.checked(CLAIMS, signer);

        @Test
        void findAFaultAmongTheFirst() {
            leave(2);
            fault.set(KeystoreSignerTest::wrong);
            staysIn();
        }

        @Test
        void findALaterFaultByTheNextSample() {
            leave(3);
            fault.set(KeystoreSignerTest::wrong);
            leave(3);
            staysIn();
        }

        @Test
        void letNothingUnverifiedOutOfAKeyThatFailed() {
            leave(6);
            fault.set(KeystoreSignerTest::wrong);
            staysIn();
            staysIn();
            fault.set(UnaryOperator.identity());
            leave(2);
            fault.set(KeystoreSignerTest::wrong);
            staysIn();
        }

        @Test
        void letNothingUnverifiedOutOfAKeyThatDidNotAnswer() {
            leave(3);
            fault.set(signature -> {
                throw new ProviderException("the token does not answer");
            });
            staysIn();
            fault.set(KeystoreSignerTest::wrong);
            staysIn();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 32})
        @DisplayName("a signature of the wrong form stays in, sample or not")
        void looksAtTheFormOfEachSignature(int zerosFrom) {
            leave(3);
            fault.set(signature -> {
                Arrays.fill(signature, zerosFrom, zerosFrom + 32, (byte) 0);
                return signature;
            });
            staysIn();
        }

        private void leave(int count) {
            for (int i = 0; i < count; i++) {
                assertThat(signer.sign(checked)).startsWith("HC1:");
            }
        }

        private void staysIn() {
            assertThatExceptionOfType(SigningException.class).isThrownBy(() -> signer.sign(checked));
        }
    }

    private static byte[] wrong(byte[] signature) {
        signature[63] ^= 1;
        return signature;
    }

    @Test
    @DisplayName("nobody but this room can make a checked certificate")
    void hidesTheMakingOfCheckedCertificates() {
        assertThat(CheckedCertificate.class.getDeclaredConstructors())
                .allMatch(constructor -> !Modifier.isPublic(constructor.getModifiers()));
        assertThat(Modifier.isFinal(CheckedCertificate.class.getModifiers())).isTrue();
        assertThat(Arrays.stream(DocumentSigner.class.getMethods()).filter(method -> method.getName().equals("sign")))
                .allMatch(method -> List.of(method.getParameterTypes()).equals(List.of(CheckedCertificate.class)));
    }

    private static HcertReading read(String text) {
        return new HcertDecoder(kid -> List.of(SignerKey.of(KEYS.dsc()))).read(text, Payloads.ISSUED_AT);
    }
}
