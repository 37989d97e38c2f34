package it.dgc.generation.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;

/**
 * A key that stays in its PKCS#11 token (architecture D9): this process holds a handle of it. After a failure the token
 * is opened anew by the next signature, because a handle ends with the session that it was got in.
 */
final class TokenKey implements StoredKey {

    private final String place;
    private final String alias;
    private final List<Certificate> certificates;
    private final TokenAccess access;
    private Handle handle;

    private TokenKey(String place, String alias, List<Certificate> certificates, TokenAccess access, Handle handle) {
        this.place = place;
        this.alias = alias;
        this.certificates = certificates;
        this.access = access;
        this.handle = handle;
    }

    static TokenKey find(SigningProperties.Token token, String pin) {
        return find(token, TokenAccess.configured(token.configuration(), pin));
    }

    static TokenKey find(SigningProperties.Token token, TokenAccess access) {
        String place = "signing token " + token.configuration().getFileName() + " (key " + token.alias() + ")";
        try {
            KeyStore store = access.open();
            if (!store.isKeyEntry(token.alias())) {
                throw new SigningException("The " + place
                        + " holds no such key, or no certificate with the identifier (CKA_ID) of the key");
            }
            Handle handle = Handle.of(store, token.alias());
            if (handle.key.getEncoded() != null) {
                throw new SigningException(
                        "The " + place + " gives the key away; it must be sensitive, not extractable");
            }
            return new TokenKey(place, token.alias(), certificates(store, token, place), access, handle);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("The " + place
                    + " cannot be opened: the configuration or the PIN is wrong, or there is no token", e);
        }
    }

    private static List<Certificate> certificates(KeyStore store, SigningProperties.Token token, String place)
            throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(token.alias());
        return token.csca() == null ? List.of(chain) : List.of(chain[0], csca(token.csca(), place));
    }

    private static Certificate csca(Path file, String place) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningException("The " + place + " is given no readable certificate of its CSCA: "
                    + file.getFileName(), e);
        }
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
        Handle current = handle();
        try {
            return current.engine.sign(current.key, toBeSigned);
        } catch (GeneralSecurityException | ProviderException e) {
            drop(current);
            throw e;
        }
    }

    private synchronized Handle handle() throws GeneralSecurityException {
        if (handle == null) {
            handle = Handle.of(access.open(), alias);
        }
        return handle;
    }

    /** Another thread may have got a new one in the meantime. */
    private synchronized void drop(Handle failed) {
        if (handle == failed) {
            handle = null;
        }
    }

    @Override
    public String toString() {
        return place + ", signed by the token";
    }

    private record Handle(PrivateKey key, SignatureEngine engine) {

        static Handle of(KeyStore store, String alias) throws GeneralSecurityException {
            if (store.getKey(alias, null) instanceof PrivateKey key) {
                return new Handle(key, SignatureEngine.of(store.getProvider()));
            }
            throw new KeyStoreException("The token has lost the key");
        }
    }
}
