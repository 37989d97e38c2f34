package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.stream.Stream;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("RFC 9053, 2.1: ES256 signatures are r and s, 32 bytes each")
class SignatureEngineTest {

    private static final byte[] TEXT = {1, 2, 3, 4};
    private static final KeyPair KEYS = TestKeys.good().keys();
    /** Leading zeros of r and s must stay; one signature in 128 has one. */
    private static final int MANY = 600;

    /** Each engine that loads on this machine, with each. */
    static Stream<Arguments> pairs() {
        return engines().stream().flatMap(one -> engines().stream().map(other -> Arguments.of(one, other)));
    }

    static List<SignatureEngine> engines() {
        return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
                ? List.of(SignatureEngine.portable(),
                        new SignatureEngine(AmazonCorrettoCryptoProvider.INSTANCE, "SHA256withECDSAinP1363Format"))
                : List.of(SignatureEngine.portable());
    }

    @Test
    void picksTheNativeEngineWhereTheBuildHasItsLibraryForThisMachine() {
        String machine = System.getProperty("os.name") + ' ' + System.getProperty("os.arch");
        assumeTrue(List.of("Linux amd64", "Linux aarch64").contains(machine), "no native library for " + machine);
        assertThat(SignatureEngine.fastest().provider()).isSameAs(AmazonCorrettoCryptoProvider.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void verifiesTheOthersSignatures(SignatureEngine signing, SignatureEngine verifying)
            throws GeneralSecurityException {
        byte[] signature = signing.sign(KEYS.getPrivate(), TEXT);
        assertThat(verifying.verify(KEYS.getPublic(), TEXT, signature)).isTrue();
        signature[40] ^= 1;
        assertThat(verifying.verify(KEYS.getPublic(), TEXT, signature)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void signsSixtyFourBytesAlways(SignatureEngine engine) throws GeneralSecurityException {
        for (int i = 0; i < MANY; i++) {
            assertThat(engine.sign(KEYS.getPrivate(), TEXT)).hasSize(64);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void signsWhatThePlatformVerifies(SignatureEngine engine) throws GeneralSecurityException {
        assertThat(platformVerifies(KEYS.getPublic(), engine.sign(KEYS.getPrivate(), TEXT))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void refusesTheSignatureOfAnotherKey(SignatureEngine engine) throws GeneralSecurityException {
        byte[] signature = engine.sign(TestKeys.good().keys().getPrivate(), TEXT);
        assertThat(engine.verify(KEYS.getPublic(), TEXT, signature)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void signsAndVerifiesWithKeysOfItsOwn(SignatureEngine signing, SignatureEngine verifying)
            throws GeneralSecurityException {
        byte[] signature = signing.sign(signing.own(KEYS.getPrivate()), TEXT);
        assertThat(verifying.verify(verifying.own(KEYS.getPublic()), TEXT, signature)).isTrue();
        assertThat(verifying.verify(KEYS.getPublic(), TEXT, signature)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void translatesAKeyOnce(SignatureEngine engine) {
        PrivateKey own = engine.own(KEYS.getPrivate());
        assertThat(own.getClass()).isNotEqualTo(KEYS.getPrivate().getClass());
        assertThat(engine.own(own)).isEqualTo(own);
    }

    @Test
    void leavesAKeyAsItIsOfWhichItHasNoFormOfItsOwn() throws GeneralSecurityException {
        SignatureEngine none = BrokenEngine.thatMakes(signature -> signature);
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThat(none.own(KEYS.getPrivate())).isSameAs(KEYS.getPrivate());
        assertThat(none.own(rsa.getPublic())).isSameAs(rsa.getPublic());
    }

    @Test
    void takesTheNativeEngineWhereItLoads() {
        assertThat(SignatureEngine.fastest().provider().getName())
                .isEqualTo(engines().getLast().provider().getName());
    }

    private static boolean platformVerifies(PublicKey key, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format", "SunEC");
        verifier.initVerify(key);
        verifier.update(TEXT);
        return verifier.verify(signature);
    }
}
