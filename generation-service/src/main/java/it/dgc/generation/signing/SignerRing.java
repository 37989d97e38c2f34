package it.dgc.generation.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import it.dgc.common.hcert.KeyId;

/** The signers of the service, in the order of their use, and the keys that shall never sign again. */
public final class SignerRing {

    private final List<DocumentSigner> signers;
    private final List<DocumentSigner> trusted;
    private final Set<KeyId> withdrawn;

    /** @param withdrawn keys that verifiers shall trust no longer; some of them may have no signer here */
    SignerRing(List<DocumentSigner> signers, Set<KeyId> withdrawn) {
        if (signers.isEmpty()) {
            throw new SigningException("There is no signing key that can be used");
        }
        this.signers = signers.stream().sorted(Comparator.comparing(s -> s.usePeriod().from())).toList();
        this.withdrawn = Set.copyOf(withdrawn);
        this.trusted = this.signers.stream().filter(signer -> !withdrawn.contains(signer.kid())).toList();
    }

    /** @return the configured signers, withdrawn ones too: what they signed is in the hands of its holders */
    public List<DocumentSigner> all() {
        return signers;
    }

    /** @return the keys that verifiers shall trust no longer, configured or not */
    public Set<KeyId> withdrawn() {
        return withdrawn;
    }

    /** @return the signers that verifiers shall trust, in the order of their use; perhaps none */
    public List<DocumentSigner> trusted() {
        return trusted;
    }

    /**
     * @return the keys that are not withdrawn and whose certificates have not expired at {@code now}: what another would
     *         sign, no verifier takes
     * @throws SigningException if there is none: a matter for the operator
     */
    public SignerRing usableAt(Instant now) {
        boolean isAll = trusted.size() == signers.size() && !isAnyExpired(now);
        return isAll
                ? this
                : new SignerRing(trusted.stream().filter(s -> s.expiryOfCertificates().isAfter(now)).toList(),
                        withdrawn);
    }

    private boolean isAnyExpired(Instant now) {
        for (DocumentSigner signer : trusted) {
            if (!signer.expiryOfCertificates().isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return the earliest instant at which any key may sign
     * @throws SigningException if every key was withdrawn: a matter for the operator
     */
    public Instant startOfUse() {
        if (trusted.isEmpty()) {
            throw new SigningException("Every signing key was withdrawn");
        }
        return trusted.getFirst().usePeriod().from();
    }

    /**
     * @return the signer whose use period covers {@code issuedAt} (architecture D2); where two do, the newer
     * @throws SigningException if none does: a matter for the operator, after whose remedy it works again
     */
    public DocumentSigner at(Instant issuedAt) {
        for (int newestFirst = trusted.size() - 1; newestFirst >= 0; newestFirst--) {
            if (trusted.get(newestFirst).usePeriod().covers(issuedAt)) {
                return trusted.get(newestFirst);
            }
        }
        throw new SigningException("No signing key may be used at " + issuedAt);
    }

    /** @throws SigningException if the key was withdrawn, or is not configured (any more) */
    public DocumentSigner with(KeyId kid) {
        if (withdrawn.contains(kid)) {
            throw new SigningException("The signing key " + kid.base64() + " was withdrawn");
        }
        for (DocumentSigner signer : signers) {
            if (signer.kid().equals(kid)) {
                return signer;
            }
        }
        throw new SigningException("The signing key " + kid.base64() + " is not configured");
    }

    /**
     * No certificate is published before it is made: whoever makes a key and uses it at once is found out here. Whether it
     * was configured in time, the service cannot know. The first key that is left has nobody to wait for.
     *
     * @throws SigningException if another begins to sign sooner than {@code leadTime} after its certificate begins
     */
    void requireLeadTime(Duration leadTime) {
        trusted().stream().skip(1).forEach(signer -> {
            Instant earliest = signer.certificate().getNotBefore().toInstant().plus(leadTime);
            if (signer.usePeriod().from().isBefore(earliest)) {
                throw new SigningException("The signing key " + signer.kid().base64()
                        + " would sign before verifiers know it: its use can begin at " + earliest);
            }
        });
    }
}
