package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What signs is used again, and each signature is of its own text alone")
class SigningPoolTest {

    private static final int THREADS = 8;
    private static final int SIGNATURES = 50;
    private static KeyPair pair;

    @BeforeAll
    static void makeKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    static List<SignatureEngine> engines() {
        return List.of(SignatureEngine.fastest(), SignatureEngine.portable());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void signsForManyThreads(SignatureEngine engine) throws InterruptedException, ExecutionException {
        SigningPool pool = new SigningPool(engine, engine.own(pair.getPrivate()));
        List<Set<String>> signed = Together.run(THREADS, () -> signAndVerify(engine, pool));
        assertThat(signed).allSatisfy(signatures -> assertThat(signatures).hasSize(SIGNATURES));
    }

    private static Set<String> signAndVerify(SignatureEngine engine, SigningPool pool) {
        Set<String> signatures = new HashSet<>();
        IntStream.range(0, SIGNATURES).forEach(n -> {
            byte[] text = ("text " + n + ' ' + Thread.currentThread().threadId()).getBytes(UTF_8);
            try {
                byte[] signature = pool.sign(text);
                assertThat(engine.verify(engine.own(pair.getPublic()), text, signature)).isTrue();
                signatures.add(HexFormat.of().formatHex(signature));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        });
        return signatures;
    }
}
