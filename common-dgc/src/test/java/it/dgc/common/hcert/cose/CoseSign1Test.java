package it.dgc.common.hcert.cose;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("RFC 9052, 4.2 and 4.4: COSE_Sign1")
class CoseSign1Test {

    private static final byte[] KID = HexFormat.of().parseHex("38e6ee2b40257576");
    private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.US_ASCII);

    @Test
    void writesHeaderPayloadAndSignature() {
        CoseSign1 cose = CoseSign1.unsigned(KID, CoseAlgorithm.ES256, PAYLOAD).withSignature(new byte[2]);
        assertThat(HexFormat.of().formatHex(cose.encode()))
                .isEqualTo("d2844da2044838e6ee2b402575760126a0477061796c6f6164420000");
    }

    @Test
    @DisplayName("4.4: Sig_structure = [\"Signature1\", protected, h'', payload]")
    void signsTheSigStructure() {
        assertThat(HexFormat.of().formatHex(CoseSign1.unsigned(KID, CoseAlgorithm.ES256, PAYLOAD).toBeSigned()))
                .isEqualTo("846a5369676e6174757265314da2044838e6ee2b40257576012640477061796c6f6164");
    }

    @Test
    @DisplayName("4.4: the protected header counts as it was received, not as it would be written")
    void keepsTheReceivedHeaderBytes() {
        byte[] cose = HexFormat.of().parseHex("8448bf013806044101ffa041014102");
        CoseSign1 read = CoseSign1.parse(cose).orElseThrow();
        assertThat(HexFormat.of().formatHex(read.toBeSigned()))
                .isEqualTo("846a5369676e61747572653148bf013806044101ff404101");
        assertThat(read.algorithm()).hasValue(CoseAlgorithm.ES256);
        assertThat(read.kid()).hasValue(new byte[]{1});
    }

    @Test
    void readsWhatItWrites() {
        byte[] cose = CoseSign1.unsigned(KID, CoseAlgorithm.PS256, PAYLOAD).withSignature(new byte[3]).encode();
        CoseSign1 read = CoseSign1.parse(cose).orElseThrow();
        assertThat(read.encode()).isEqualTo(cose);
        assertThat(read.kid()).hasValue(KID);
        assertThat(read.algorithm()).hasValue(CoseAlgorithm.PS256);
        assertThat(read.payload()).isEqualTo(PAYLOAD);
        assertThat(read.signature()).hasSize(3);
        assertThat(read.isCritical()).isFalse();
    }

    @Test
    @DisplayName("3: an empty protected header may be an empty string or an empty map")
    void readsBothFormsOfAnEmptyHeader() {
        for (String empty : new String[]{"40", "41a0"}) {
            CoseSign1 read = CoseSign1.parse(HexFormat.of().parseHex("84" + empty + "a04101" + "4102")).orElseThrow();
            assertThat(read.algorithm()).isEmpty();
            assertThat(read.kid()).isEmpty();
        }
    }
}
