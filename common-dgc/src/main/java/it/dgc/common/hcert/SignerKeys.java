package it.dgc.common.hcert;

import java.util.List;

/** The keys that a verifier trusts. */
public interface SignerKeys {

    /**
     * @param kid identifier found in a certificate
     * @return every trusted key of that identifier, for identifiers can clash (hcert-spec 3.3.3); empty where there is none
     */
    List<SignerKey> candidates(KeyId kid);
}
