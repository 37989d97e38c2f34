package it.dgc.common.fuzz;

import java.time.Instant;
import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionReading;
import it.dgc.common.hcert.Compression;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cbor.Cbor;
import it.dgc.common.hcert.cbor.CborItem;
import it.dgc.common.hcert.cose.CoseSign1;
import it.dgc.common.hcert.cwt.Cwt;
import org.junit.jupiter.api.DisplayName;

import static it.dgc.common.fuzz.Invariant.holds;

@DisplayName("P29: CBOR, COSE_Sign1, CWT and the decoder on any bytes (RFC 8949, RFC 9052, RFC 8392)")
class CoseFuzzTest {

    private static final HcertDecoder DECODER = FuzzSigner.decoder();
    private static final byte[] SIGNED = FuzzSigner.signedPayload();
    /** As the reader has it. */
    private static final int MAX_DEPTH = 32;
    /** A half-precision float of three bytes is written as a double of nine. */
    private static final int GROWTH = 3;

    @FuzzTest(maxDuration = "30s")
    void reads(byte[] bytes) {
        Cbor.read(bytes).ifPresent(item -> item(bytes, item));
        CoseSign1.parse(bytes).ifPresent(CoseFuzzTest::envelope);
        Cwt.parse(bytes).ifPresent(CoseFuzzTest::claims);
        certificate(bytes);
    }

    private static void item(byte[] bytes, CborItem item) {
        holds(Cbor.read(Arrays.copyOf(bytes, bytes.length + 1)).isEmpty(), "nothing may follow the item");
        holds(Cbor.read(Arrays.copyOf(bytes, bytes.length - 1)).isEmpty(), "no beginning of an item is an item");
        holds(Trees.size(item.value()) <= bytes.length, "every value has a byte of its own");
        holds(Trees.depth(item.value()) <= MAX_DEPTH, "nesting is bounded");
        byte[] written = Cbor.write(item.value());
        holds(written.length <= GROWTH * bytes.length, "what is written is no larger than what can be read");
        Object again = Cbor.read(written).orElseThrow().value();
        holds(Trees.same(item.value(), again), "what is written reads as what was read");
        holds(Arrays.equals(written, Cbor.write(again)), "one tree has one form");
    }

    private static void envelope(CoseSign1 cose) {
        byte[] written = cose.encode();
        CoseSign1 again = CoseSign1.parse(written).orElseThrow();
        holds(Arrays.equals(cose.toBeSigned(), again.toBeSigned()), "what is signed stays as it was received");
        holds(Arrays.equals(cose.payload(), again.payload()), "the payload stays");
        holds(Arrays.equals(cose.signature(), again.signature()), "the signature stays");
        holds(Arrays.equals(cose.kid().orElse(null), again.kid().orElse(null)), "the kid stays");
        holds(cose.algorithm().equals(again.algorithm()), "the algorithm stays");
        holds(cose.isCritical() == again.isCritical(), "what is critical stays so");
        holds(Arrays.equals(written, again.encode()), "one envelope has one form");
        Cwt.parse(cose.payload()).ifPresent(CoseFuzzTest::claims);
    }

    private static void claims(Cwt cwt) {
        Cwt again = Cwt.parse(cwt.encode()).orElseThrow();
        holds(again.issuedAt().equals(wholeSeconds(cwt.issuedAt())), "iat keeps its second");
        holds(again.expiresAt().equals(wholeSeconds(cwt.expiresAt())), "exp keeps its second");
        holds(Trees.same(cwt.issuer(), again.issuer()) && Trees.same(cwt.dcc(), again.dcc()), "the claims stay");
        if (Exemption.fromDcc(cwt.dcc()) instanceof ExemptionReading.Read read) {
            holds(read.equals(Exemption.fromDcc(read.exemption().toDcc())), "an exemption reads as it is written");
        }
    }

    private static Instant wholeSeconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static void certificate(byte[] bytes) {
        String text = "HC1:" + Base45.encode(Compression.deflate(bytes));
        HcertInspection inspection = HcertDecoder.inspect(text);
        switch (DECODER.read(text, FuzzSigner.NOON)) {
            case HcertReading.Accepted accepted -> {
                holds(Arrays.equals(SIGNED, CoseSign1.parse(bytes).orElseThrow().payload()), "nobody forges");
                holds(inspection.equals(new HcertInspection.Readable(accepted.hcert())), "both readers read the same");
            }
            case HcertReading.Refused refused -> holds(refused.reason() != null, "a refusal has a reason");
        }
    }
}
