package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.util.List;

/** A key where it is kept, which is asked for signatures and not for itself (architecture D9). */
interface StoredKey {

    /** @return the place as an operator knows it, to go on with after "The" */
    String place();

    /** @return what is kept beside the key: its certificate, then the certificate of its CSCA; nobody checked them */
    List<Certificate> certificates();

    /**
     * @return the ES256 signature, 64 bytes
     * @throws GeneralSecurityException if the key cannot sign now
     * @throws ProviderException likewise, in the manner of PKCS#11
     */
    byte[] sign(byte[] toBeSigned) throws GeneralSecurityException;
}
