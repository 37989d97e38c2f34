package it.dgc.deploy.oracle.wire;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import it.dgc.common.qr.QrReader;
import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The oracle's own reading of the norms")
class SignedTextTest {

    @Test
    @DisplayName("RFC 9285, section 4.4: QED8WEX0 is ietf!")
    void readsTheExampleOfBase45() throws BrokenCertificate {
        assertThat(new String(Base45.decode("QED8WEX0"), UTF_8)).isEqualTo("ietf!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "::", "A", "QED8", "qed8", "ÄÖÜ"})
    @DisplayName("RFC 9285, sections 4.2 and 6: no character alone, none of another alphabet, no value too large")
    void refusesWhatIsNoBase45(String text) {
        assertThatExceptionOfType(BrokenCertificate.class).isThrownBy(() -> Base45.decode(text));
    }

    @Test
    @DisplayName("RFC 8949, appendix A")
    void readsTheExamplesOfCbor() throws BrokenCertificate {
        assertThat(cbor("1b000000e8d4a51000")).isEqualTo(1_000_000_000_000L);
        assertThat(cbor("3903e7")).isEqualTo(-1000L);
        assertThat(cbor("1864")).isEqualTo(100L);
        assertThat(cbor("62c3bc")).isEqualTo("ü");
        assertThat(cbor("8301820203820405")).isEqualTo(List.of(1L, List.of(2L, 3L), List.of(4L, 5L)));
        assertThat(cbor("a26161016162820203")).isEqualTo(Map.of("a", 1L, "b", List.of(2L, 3L)));
        assertThat(cbor("c11a514b67b0")).isEqualTo(new CborReader.Tagged(1, 1_363_896_240L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18", "6261", "0000", "a201020103", "9fff", "f6", "5bffffffffffffffff"})
    void refusesCborThatIsCutLongerThanItSaysOrTwofold(String hex) {
        assertThatExceptionOfType(BrokenCertificate.class).isThrownBy(() -> cbor(hex));
    }

    @Test
    void readsThePublicSample() throws Exception {
        String text = QrReader.read(ImageIO.read(TestVectors.path("it/exemption-sample.png").toFile())).orElseThrow();
        SignedText sample = SignedText.read(text);
        assertThat(sample.kid()).isEqualTo("38e6ee2b40257576");
        assertThat(Map.<Object, Object>copyOf(sample.claims())).containsAllEntriesOf(
                Map.of(4L, 1_702_857_600L, 6L, 1_642_098_910L, 1L, "IT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HC1:", "HC2:QED8WEX0", "HC1:QED8WEX0"})
    void refusesATextThatIsNoCertificate(String text) {
        assertThatExceptionOfType(BrokenCertificate.class).isThrownBy(() -> SignedText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01ITE7300E1AB2A84C719004F103DCB1F70A#6", "01IT053059F7676042D9BEE9F874C4901F9B#3",
            "01IT0BFC9866D3854EAC82C21654B6F6DE32#1", "01ITA65E2BD36C9E4900B0273D2E7C92EEB9#1",
            "01IT1B321FE2B68D42A7AB6A2EC83E8F09F3#7"})
    void knowsRealIdentifiers(String uvci) {
        assertThat(Identifier.isGood(uvci)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01ITE7300E1AB2A84C719004F103DCB1F70A#5", "01ITE7300E1AB2A84C719004F103DCB1F70A6",
            "URN:UVCI:01ITE7300E1AB2A84C719004F103DCB1F70A#6", "01ITe7300e1ab2a84c719004f103dcb1f70a#6",
            "01IT053059F7676052D9BEE9F874C4901F9B#1"})
    void seesAWrongDigitAndAnotherForm(String uvci) {
        assertThat(Identifier.isGood(uvci)).isFalse();
    }

    private static Object cbor(String hex) throws BrokenCertificate {
        return CborReader.read(HexFormat.of().parseHex(hex));
    }
}
