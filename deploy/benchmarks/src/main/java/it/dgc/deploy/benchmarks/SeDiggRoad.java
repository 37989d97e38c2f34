package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.time.Instant;

import com.upokecenter.cbor.CBORObject;
import it.dgc.common.hcert.HcertClaims;
import se.digg.dgc.encoding.BarcodeException;
import se.digg.dgc.encoding.impl.DefaultBarcodeCreator;
import se.digg.dgc.service.impl.DefaultDGCBarcodeEncoder;
import se.digg.dgc.signatures.impl.DefaultDGCSigner;

/** From the same claims to the same certificate with {@code dgc-create-validate}, as it is shipped; it is spared the JSON. */
final class SeDiggRoad {

    private final DefaultDGCBarcodeEncoder encoder;
    private final HcertClaims claims;
    private final Instant expiresAt;

    SeDiggRoad(SigningKey key, HcertClaims claims) throws CertificateException {
        this.claims = claims;
        this.expiresAt = claims.expiresAt();
        encoder = new DefaultDGCBarcodeEncoder(new DefaultDGCSigner(key.key(), key.certificate()),
                new DefaultBarcodeCreator());
    }

    String text() throws IOException, SignatureException {
        return encoder.encode(dcc(), expiresAt);
    }

    byte[] picture() throws IOException, SignatureException, BarcodeException {
        return encoder.encodeToBarcode(dcc(), expiresAt).getImage();
    }

    private byte[] dcc() {
        return CBORObject.FromObject(claims.dcc()).EncodeToBytes();
    }
}
