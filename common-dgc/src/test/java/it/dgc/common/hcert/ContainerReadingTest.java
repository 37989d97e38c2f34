package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.hcert.Verdicts.SIGNER;
import static it.dgc.common.hcert.Verdicts.accepts;
import static it.dgc.common.hcert.Verdicts.refuses;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("HcertDecoder on containers that are odd in one thing")
class ContainerReadingTest {

    @Nested
    @DisplayName("hcert-spec 4.2.2: base45 data SHALL be prefixed by the context identifier \"HC1:\"")
    class Prefix {

        @ParameterizedTest
        @ValueSource(strings = {"HC2:", "HL0:", "hc1:", "HC1", " HC1:", ""})
        void refusesAnotherPrefix(String prefix) throws GeneralSecurityException {
            refuses(prefix + Verdicts.text().substring(4), HcertRefusal.INVALID_SCHEME_PREFIX);
        }

        @Test
        void refusesLowerCase() throws GeneralSecurityException {
            refuses("HC1:" + Verdicts.text().substring(4).toLowerCase(Locale.ROOT),
                    HcertRefusal.BASE_45_DECODING_FAILED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"HC1:GGW", "HC1:A", "HC1:ABCA", "HC1:::", "HC1:=A", "HC1:AÀ"})
        void refusesWhatIsNotBase45(String text) {
            refuses(text, HcertRefusal.BASE_45_DECODING_FAILED);
        }

        @Test
        void refusesMoreCharactersThanAnyQrCodeHolds() {
            refuses("HC1:" + "0".repeat(4998), HcertRefusal.BASE_45_DECODING_FAILED);
        }
    }

    @Nested
    @DisplayName("hcert-spec 4.2.1: the CWT SHALL be compressed using zlib")
    class Compression {

        @Test
        void refusesNoCompression() {
            refuses(OddCodecs.uncompressed(SIGNER), HcertRefusal.DECOMPRESSION_FAILED);
        }

        @Test
        void refusesNothing() {
            refuses("HC1:", HcertRefusal.DECOMPRESSION_FAILED);
        }

        @Test
        void refusesAZipBombBeforeItUnfolds() {
            String bomb = OddCodecs.zipBomb();
            assertThat(bomb).hasSizeLessThan(4296);
            refuses(bomb, HcertRefusal.DECOMPRESSION_FAILED);
        }

        @Test
        void refusesBytesAfterTheStream() {
            refuses(OddCodecs.trailingByteAfterZlib(SIGNER), HcertRefusal.DECOMPRESSION_FAILED);
        }
    }

    @Nested
    @DisplayName("hcert-spec 3.3.1: the payload is structured as COSE_Sign1")
    class Envelope {

        @ParameterizedTest(name = "tags {0}")
        @ValueSource(strings = {"", "d2", "d83dd2"})
        void acceptsNoTagCoseTagAndCwtTagAroundIt(String tags) {
            accepts(OddCodecs.tagged(SIGNER, tags));
        }

        @ParameterizedTest(name = "tags {0}")
        @ValueSource(strings = {"d862", "d1", "d83d", "d2d2", "d2d83d", "d83dd83dd2"})
        void refusesTagsOfOtherStructures(String tags) {
            refuses(OddCodecs.tagged(SIGNER, tags), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 3, 5})
        void refusesAnotherNumberOfParts(int count) {
            refuses(OddCodecs.parts(SIGNER, count), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @Test
        void refusesADetachedPayload() {
            refuses(OddCodecs.part(SIGNER, 2, null), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @Test
        void refusesAProtectedHeaderThatIsNotWrapped() {
            refuses(OddCodecs.part(SIGNER, 0, Map.of(1L, -7L)), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @ParameterizedTest(name = "header {0}")
        @ValueSource(strings = {"a20126", "a2012601", "a2012601384604", "80", "a0a0", "ff"})
        void refusesAProtectedHeaderThatIsNoMap(String hex) {
            byte[] header = HexFormat.of().parseHex(hex);
            refuses(OddCose.plain(SIGNER).withHeader(header).text(), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @Test
        @DisplayName("RFC 9052, 3: labels in each of the maps MUST be unique")
        void refusesALabelThatStandsTwice() {
            byte[] header = HexFormat.of().parseHex("a201260126");
            refuses(OddCose.plain(SIGNER).withHeader(header).text(), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @Test
        void refusesBytesAfterTheEnvelope() {
            refuses(OddCodecs.trailingByte(SIGNER), HcertRefusal.COSE_DESERIALIZATION_FAILED);
        }

        @Test
        void acceptsIndefiniteLengths() {
            accepts(OddCodecs.indefiniteLengths(SIGNER));
        }

        @ParameterizedTest(name = "alg {0}")
        @ValueSource(strings = {"26", "3806", "390006"})
        @DisplayName("RFC 8949, 4.1: a longer integer is well-formed")
        void acceptsIntegersThatAreNotShortest(String seven) {
            byte[] header = HexFormat.of().parseHex("bf0448" + HexFormat.of().formatHex(SIGNER.kid().bytes()) + "01"
                    + seven + "ff");
            accepts(OddCose.plain(SIGNER).withHeader(header).text());
        }
    }
}
