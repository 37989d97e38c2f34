package it.dgc.generation.secrets;

import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.prf.PrfSet;
import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Derives the identifier and the AUTHCODE of a certificate (architecture D2, D3): the same exemption gives the same
 * codes, also after the store has lost its tail; without the key nobody can compute them.
 */
public final class CodeDerivation {

    private static final int BYTES = 32;
    /** No exemption and no identifier is written like this; constant, or every store would look foreign. */
    private static final String CHECKED = "\0fingerprint";

    private final PrfSet uvciKeys;
    private final PrfSet authCodeKeys;

    CodeDerivation(PrfSet uvciKeys, PrfSet authCodeKeys) {
        this.uvciKeys = uvciKeys;
        this.authCodeKeys = authCodeKeys;
    }

    /** @return the version of the key that new identifiers are derived with; stands in the record */
    public int keyVersion() {
        return uvciKeys.getPrimaryId();
    }

    /**
     * @param cuev the exemption
     * @param counter how often its certificate was issued anew; 0 for the first
     */
    public Uvci uvci(Cuev cuev, int counter) {
        return Uvci.derive(compute(uvciKeys, counter == 0 ? cuev.value() : cuev.value() + '#' + counter));
    }

    public AuthCode authCode(Uvci uvci) {
        return AuthCode.derive(compute(authCodeKeys, uvci.value()));
    }

    /** @return the part of the fingerprint that the key of the identifiers has */
    String uvciCheck() {
        return Base64.getEncoder().encodeToString(compute(uvciKeys, CHECKED));
    }

    /** @return the part of the fingerprint that the key of the AUTHCODEs has */
    String authCodeCheck() {
        return Base64.getEncoder().encodeToString(compute(authCodeKeys, CHECKED));
    }

    private static byte[] compute(PrfSet keys, String input) {
        try {
            return keys.computePrimary(input.getBytes(UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new SecretsException("A code could not be derived", e);
        }
    }
}
