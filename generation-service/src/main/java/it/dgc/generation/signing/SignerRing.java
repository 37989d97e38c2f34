package it.dgc.generation.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import it.dgc.common.hcert.KeyId;

/** The signers of the service, in the order of their use. */
public final class SignerRing {

    private final List<DocumentSigner> signers;

    SignerRing(List<DocumentSigner> signers) {
        if (signers.isEmpty()) {
            throw new SigningException("There is no signing key that can be used");
        }
        this.signers = signers.stream().sorted(Comparator.comparing(s -> s.usePeriod().from())).toList();
    }

    public List<DocumentSigner> all() {
        return signers;
    }

    /**
     * @return the keys whose certificates have not expired at {@code now}: what another would sign, no verifier takes
     * @throws SigningException if there is none: a matter for the operator
     */
    public SignerRing usableAt(Instant now) {
        return new SignerRing(signers.stream().filter(s -> s.expiryOfCertificates().isAfter(now)).toList());
    }

    /** @return the earliest instant at which any key may sign */
    public Instant startOfUse() {
        return signers.getFirst().usePeriod().from();
    }

    /**
     * @return the signer whose use period covers {@code issuedAt} (architecture D2); where two do, the newer
     * @throws SigningException if none does: a matter for the operator, after whose remedy it works again
     */
    public DocumentSigner at(Instant issuedAt) {
        return signers.reversed().stream().filter(s -> s.usePeriod().covers(issuedAt)).findFirst()
                .orElseThrow(() -> new SigningException("No signing key may be used at " + issuedAt));
    }

    /** @throws SigningException if the key is not configured (any more) */
    public DocumentSigner with(KeyId kid) {
        return signers.stream().filter(s -> s.kid().equals(kid)).findFirst()
                .orElseThrow(() -> new SigningException("The signing key " + kid.base64() + " is not configured"));
    }
}
