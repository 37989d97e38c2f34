package it.dgc.common.hcert;

import java.util.Optional;

import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cose.CoseSign1;
import it.dgc.common.hcert.cwt.Cwt;

import static it.dgc.common.hcert.RefusedException.because;
import static it.dgc.common.hcert.RefusedException.unless;

/** The container's steps, from the text inwards (hcert-spec 4.2, then 3.3), each with its own refusal. */
final class DecodingSteps {

    /** Characters of the largest QR code: version 40, level L, alphanumeric (ISO/IEC 18004, table 7). */
    private static final int MAX_TEXT = 4296;

    private DecodingSteps() {}

    static String unprefixed(String text) throws RefusedException {
        unless(text.startsWith(HcertEncoder.PREFIX), HcertRefusal.INVALID_SCHEME_PREFIX);
        return text.substring(HcertEncoder.PREFIX.length());
    }

    static byte[] unbase45(String base45) throws RefusedException {
        return Optional.of(base45).filter(text -> text.length() + HcertEncoder.PREFIX.length() <= MAX_TEXT)
                .flatMap(Base45::decode).orElseThrow(because(HcertRefusal.BASE_45_DECODING_FAILED));
    }

    static byte[] inflated(byte[] deflated) throws RefusedException {
        return Zlib.inflate(deflated).orElseThrow(because(HcertRefusal.DECOMPRESSION_FAILED));
    }

    static CoseSign1 cose(byte[] inflated) throws RefusedException {
        return CoseSign1.parse(inflated).orElseThrow(because(HcertRefusal.COSE_DESERIALIZATION_FAILED));
    }

    static KeyId kid(CoseSign1 cose) throws RefusedException {
        return cose.kid().filter(KeyId::isLegal).map(KeyId::of).orElseThrow(because(HcertRefusal.KEY_ID_MISSING));
    }

    static Hcert hcert(CoseSign1 cose) throws RefusedException {
        KeyId kid = kid(cose);
        Cwt cwt = Cwt.parse(cose.payload()).orElseThrow(because(HcertRefusal.CBOR_DESERIALIZATION_FAILED));
        return new Hcert(kid, cwt.issuer(), cwt.issuedAt(), cwt.expiresAt(), cwt.dcc());
    }
}
