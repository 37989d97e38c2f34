package it.dgc.generation.signing;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("reliability P17: the signing key is printed by nothing (a software key does sit in the heap)")
class KeySecrecyTest {

    private static final TestKeys KEYS = TestKeys.good();
    private static final ECPrivateKey SECRET = (ECPrivateKey) KEYS.keys().getPrivate();

    @TempDir
    private Path directory;

    static Stream<SignatureEngine> engines() {
        return SignatureEngineTest.engines().stream();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void noSignerPrintsItsScalar(SignatureEngine engine) {
        SignerLoader loader = new SignerLoader(engine, false, SelfVerification.OF_EVERY_ONE);
        SigningProperties.Key key = SigningProperties.Key.inKeystore(KEYS.writeTo(directory.resolve("signer.p12")),
                TestKeys.PASSWORD);
        DocumentSigner signer = loader.load(key);
        CheckedCertificate checked = Payloads.checked(Payloads.valid(), signer);
        String printed = Stream.of(signer, Signers.ring(signer), KEYS.stored(engine), engine, loader, key,
                new SigningProperties(List.of(key), null, Duration.ZERO, List.of(), SelfVerification.OF_EVERY_ONE),
                checked, signer.sign(checked))
                .map(Object::toString)
                .reduce("", String::concat);
        assertThat(printed).contains("signer.p12");
        assertThat(forms()).noneMatch(form -> contains(printed, form));
    }

    @Test
    void noFailurePrintsTheScalar() {
        StoredKey stored = KEYS.stored(BrokenEngine.thatMakes(signature -> new byte[64]));
        KeystoreSigner signer = new KeystoreSigner(KEYS.dsc(), stored, KEYS.wholeLife(), SignatureEngine.portable(),
                SelfVerification.OF_EVERY_ONE);
        CheckedCertificate checked = Payloads.checked(Payloads.valid(), signer);
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> signer.sign(checked))
                .satisfies(e -> assertThat(forms()).noneMatch(form -> contains(e + " " + e.getCause(), form)));
    }

    @Test
    void theScanFindsAScalarThatIsPrinted() {
        byte[] scalar = scalar();
        assertThat(List.of(HexFormat.of().formatHex(scalar), HexFormat.of().withUpperCase().formatHex(scalar),
                Base64.getEncoder().encodeToString(scalar), Arrays.toString(scalar), SECRET.getS().toString(),
                Base64.getEncoder().encodeToString(SECRET.getEncoded())))
                .allMatch(leak -> forms().stream().anyMatch(form -> contains("key " + leak + ".", form)));
    }

    private static boolean contains(String text, String form) {
        return text.toLowerCase(Locale.ROOT).contains(form);
    }

    /** In the ways in which something could print it, lower case. */
    private static List<String> forms() {
        byte[] scalar = scalar();
        return Stream.of(HexFormat.of().formatHex(scalar), Base64.getEncoder().encodeToString(scalar),
                Base64.getUrlEncoder().withoutPadding().encodeToString(scalar), Arrays.toString(scalar),
                SECRET.getS().toString(), Base64.getEncoder().encodeToString(SECRET.getEncoded()),
                HexFormat.of().formatHex(SECRET.getEncoded())).map(form -> form.toLowerCase(Locale.ROOT)).toList();
    }

    /** 32 bytes, whatever the number begins with. */
    private static byte[] scalar() {
        byte[] bytes = new byte[32];
        BigInteger rest = SECRET.getS();
        for (int i = 31; i >= 0; i--) {
            bytes[i] = rest.byteValue();
            rest = rest.shiftRight(8);
        }
        return bytes;
    }
}
