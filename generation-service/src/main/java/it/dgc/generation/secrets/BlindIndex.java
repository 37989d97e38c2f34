package it.dgc.generation.secrets;

import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.prf.PrfSet;
import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keyed hashes under which a record is found without storing what it is searched by (architecture D3).
 *
 * <p>A plain hash of a fiscal code or of a CUEV can be enumerated; this one cannot, without the key. Codes are first
 * hashed as the clients do (channels: lower-case hex SHA-256), so that one index serves look-ups by code and by hash.
 */
public final class BlindIndex {

    private static final int BYTES = 32;

    private final PrfSet prf;

    BlindIndex(PrfSet prf) {
        this.prf = prf;
    }

    public byte[] of(Cuev cuev) {
        return keyedHash("code", cuev.sha256Hex());
    }

    public byte[] of(AuthCode authCode) {
        return keyedHash("code", authCode.sha256Hex());
    }

    public byte[] of(CodiceFiscale fiscalCode) {
        return keyedHash("person", fiscalCode.value());
    }

    /** @param name of an institution or operator, as its certificate has it */
    public byte[] ofCaller(String name) {
        return keyedHash("caller", name);
    }

    /** @return keyed hash of a notification's content, Base64, by which a repetition is told from a contradiction */
    public String ofContent(String content) {
        return Base64.getEncoder().encodeToString(keyedHash("content", content));
    }

    /** @return the part of the fingerprint that the index has; constant, or every store would look foreign */
    String check() {
        return Base64.getEncoder().encodeToString(keyedHash("fingerprint", ""));
    }

    private byte[] keyedHash(String domain, String value) {
        try {
            return prf.computePrimary((domain + '\0' + value).getBytes(UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new SecretsException("A blind index could not be computed", e);
        }
    }
}
