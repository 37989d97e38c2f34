package it.dgc.common.hcert;

import java.security.GeneralSecurityException;

/** Signs with one document signer key, wherever that key is kept (hcert-spec 3.3.2: ES256). */
public interface CoseSigner {

    /** @return the identifier under which verifiers know the key */
    KeyId kid();

    /**
     * @param toBeSigned the bytes of the Sig_structure (RFC 9052, section 4.4), not yet hashed
     * @return the ES256 signature, 64 bytes: r followed by s (RFC 9053, section 2.1)
     * @throws GeneralSecurityException where the key cannot sign now
     */
    byte[] sign(byte[] toBeSigned) throws GeneralSecurityException;
}
