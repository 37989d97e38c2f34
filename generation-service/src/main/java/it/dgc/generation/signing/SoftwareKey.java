package it.dgc.generation.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The key of a PKCS#12 file, in the memory of this process. */
final class SoftwareKey implements StoredKey {

    private final String place;
    private final List<Certificate> certificates;
    private final SignatureEngine engine;
    private final SigningPool signing;

    SoftwareKey(String place, List<Certificate> certificates, PrivateKey key, SignatureEngine engine) {
        this.place = place;
        this.certificates = certificates;
        this.engine = engine;
        this.signing = new SigningPool(engine, engine.own(key));
    }

    static SoftwareKey read(Path file, String password, SignatureEngine engine) {
        String place = "signing key store " + file.getFileName();
        if (!Files.isRegularFile(file)) {
            throw new SigningException("The " + place + " does not exist");
        }
        char[] secret = password.toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keystore = KeyStore.getInstance("PKCS12");
            keystore.load(in, secret);
            String alias = onlyKey(keystore, place);
            Certificate[] chain = keystore.getCertificateChain(alias);
            if (chain == null || !(keystore.getKey(alias, secret) instanceof PrivateKey key)) {
                throw new SigningException("The " + place + " must hold a private key with its certificate");
            }
            return new SoftwareKey(place, List.of(chain), key, engine);
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningException("The " + place + " cannot be read: not PKCS#12, or the password is wrong", e);
        }
    }

    private static String onlyKey(KeyStore keystore, String place) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(keystore.aliases())) {
            if (keystore.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new SigningException("The " + place + " must hold exactly one key, not " + keys.size());
        }
        return keys.getFirst();
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<Certificate> certificates() {
        return certificates;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
        return signing.sign(toBeSigned);
    }

    @Override
    public String toString() {
        return place + ", signed by " + engine.provider().getName();
    }
}
