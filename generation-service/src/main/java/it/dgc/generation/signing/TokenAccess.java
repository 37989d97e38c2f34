package it.dgc.generation.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens a PKCS#11 token with its PIN, as often as it must be opened. */
final class TokenAccess {

    private static final String STORE = "PKCS11";

    private final Supplier<Provider> providers;
    private final char[] pin;
    private Provider provider;
    private boolean pinRefused;

    /** @param providers makes a provider of {@code KeyStore PKCS11}, each with sessions of its own */
    TokenAccess(Supplier<Provider> providers, String pin) {
        this.providers = providers;
        this.pin = pin.toCharArray();
    }

    /** @param configuration as the manual of SunPKCS11 describes it; at least {@code name} and {@code library} */
    static TokenAccess configured(Path configuration, String pin) {
        return new TokenAccess(() -> Optional.ofNullable(Security.getProvider("SunPKCS11"))
                .orElseThrow(() -> new InvalidParameterException("This Java has no module jdk.crypto.cryptoki"))
                .configure(configuration.toString()), pin);
    }

    /**
     * @return the token's keys and certificates after a login; the provider of the store signs with them
     * @throws GeneralSecurityException if the token is not there, does not answer, or refused the PIN once
     */
    synchronized KeyStore open() throws GeneralSecurityException {
        if (pinRefused) {
            throw new KeyStoreException("The token refused the PIN; trying it again could lock the token");
        }
        renewProvider();
        KeyStore store = KeyStore.getInstance(STORE, provider);
        try {
            store.load(null, pin);
            return store;
        } catch (IOException e) {
            pinRefused = e.getCause() instanceof UnrecoverableKeyException;
            throw new KeyStoreException("The token cannot be logged into", e);
        }
    }

    /**
     * SunPKCS11 keeps the sessions that a token has forgotten and offers them again, so only another provider gets well.
     * One that found no token is kept: it looks for the token on a thread of its own, which would outlive it.
     */
    private void renewProvider() throws KeyStoreException {
        if (provider != null && provider.getService("KeyStore", STORE) == null) {
            return;
        }
        try {
            provider = providers.get();
        } catch (InvalidParameterException | UnsupportedOperationException e) {
            throw new KeyStoreException("The configuration of the token is not that of SunPKCS11", e);
        }
    }
}
