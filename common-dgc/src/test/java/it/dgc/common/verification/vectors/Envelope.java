package it.dgc.common.verification.vectors;

import it.dgc.common.hcert.Compression;
import it.dgc.common.hcert.base45.Base45;

/** The COSE envelope of a text: compressed forms differ between zlib versions, envelopes do not. */
final class Envelope {

    private static final String PREFIX = "HC1:";

    private Envelope() {}

    static byte[] of(String text) {
        return Compression.inflate(Base45.decode(text.substring(PREFIX.length())).orElseThrow()).orElseThrow();
    }

    static String text(byte[] envelope) {
        return PREFIX + Base45.encode(Compression.deflate(envelope));
    }
}
