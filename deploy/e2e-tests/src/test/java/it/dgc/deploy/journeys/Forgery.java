package it.dgc.deploy.journeys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.base45.Base45;

/** Makes of a good certificate one that every verifier must refuse. */
final class Forgery {

    private static final String PREFIX = "HC1:";

    private Forgery() {}

    /** @return the certificate with one bit of its signature turned, packed again as it was */
    static String tampered(String text) throws IOException {
        byte[] cose = new InflaterInputStream(new ByteArrayInputStream(
                Base45.decode(text.substring(PREFIX.length())).orElseThrow())).readAllBytes();
        cose[cose.length - 1] ^= 1;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(cose);
        }
        return PREFIX + Base45.encode(packed.toByteArray());
    }

    /** @return the same claims, signed by a key that nobody has published */
    static String signedByAStranger(String text) throws GeneralSecurityException {
        Hcert hcert = ((HcertInspection.Readable) HcertDecoder.inspect(text)).hcert();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new HcertEncoder().encode(
                new HcertClaims(hcert.issuer(), hcert.issuedAt(), hcert.expiresAt(), hcert.dcc()),
                new Stranger(generator.generateKeyPair().getPrivate()));
    }

    private record Stranger(PrivateKey key) implements CoseSigner {

        @Override
        public KeyId kid() {
            return KeyId.ofBase64("AAECAwQFBgc=");
        }

        @Override
        public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        }
    }
}
