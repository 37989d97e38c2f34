package it.dgc.generation.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/** A token of one key, {@code dsc}, that can be taken out and put back, forget its sessions, and change its PIN. */
final class FragileToken {

    static final String ALIAS = "dsc";

    private final TestKeys keys;
    private String pin;
    private boolean present = true;
    private int session;
    private int providers;
    private int logins;

    FragileToken(TestKeys keys, String pin) {
        this.keys = keys;
        this.pin = pin;
    }

    Provider newProvider() {
        providers++;
        return new TokenProvider();
    }

    void forgetSessions() {
        session++;
    }

    void takeOut() {
        present = false;
        forgetSessions();
    }

    void putBack() {
        present = true;
    }

    void changePin(String newPin) {
        pin = newPin;
        forgetSessions();
    }

    int providers() {
        return providers;
    }

    int logins() {
        return logins;
    }

    private byte[] ofSession(int opened, byte[] signature) {
        if (!present || opened != session) {
            throw new ProviderException("CKR_SESSION_HANDLE_INVALID");
        }
        return signature;
    }

    /** As SunPKCS11: bound to the sessions of its begin, and without services while it sees no token. */
    private final class TokenProvider extends Provider {

        private static final long serialVersionUID = 1L;

        private final transient int opened = session;

        TokenProvider() {
            super("Fragile", "1", "forgets");
            putService(service("KeyStore", "PKCS11", new Store(this)));
            putService(new Service(this, "Signature", BrokenEngine.ALGORITHM, "", List.of(), Map.of()) {
                @Override
                public Object newInstance(Object none) throws NoSuchAlgorithmException {
                    return new BrokenEngine(signature -> ofSession(opened, signature));
                }
            });
        }

        private Service service(String type, String algorithm, Object instance) {
            return new Service(this, type, algorithm, "", List.of(), Map.of()) {
                @Override
                public Object newInstance(Object none) {
                    return instance;
                }
            };
        }

        @Override
        public Service getService(String type, String algorithm) {
            return present ? super.getService(type, algorithm) : null;
        }
    }

    /** A key that shows its curve and not its encoding. */
    private record Handle(ECPrivateKey key) implements ECPrivateKey {

        @Override
        public BigInteger getS() {
            return key.getS();
        }

        @Override
        public String getAlgorithm() {
            return key.getAlgorithm();
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }

        @Override
        public ECParameterSpec getParams() {
            return key.getParams();
        }
    }

    private final class Store extends KeyStoreSpi {

        private final TokenProvider provider;

        Store(TokenProvider provider) {
            this.provider = provider;
        }

        @Override
        public void engineLoad(InputStream in, char[] password) throws IOException {
            ofSession(provider.opened, new byte[0]);
            logins++;
            if (!pin.equals(String.valueOf(password))) {
                throw new IOException("load failed", new UnrecoverableKeyException());
            }
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return ALIAS.equals(alias);
        }

        @Override
        public Key engineGetKey(String alias, char[] password) {
            return new Handle((ECPrivateKey) keys.keys().getPrivate());
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            return new Certificate[]{keys.dsc(), keys.csca()};
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            return keys.dsc();
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(List.of(ALIAS));
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return ALIAS.equals(alias);
        }

        @Override
        public int engineSize() {
            return 1;
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineStore(OutputStream out, char[] password) {
            throw new UnsupportedOperationException();
        }
    }
}
