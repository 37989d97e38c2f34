package it.dgc.common.verification;

import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.dgc.common.hcert.CertificateKind;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.SignerKey;
import it.dgc.common.hcert.SignerKeys;

/**
 * The published signers, each limited to what its certificate lets it state (hcert-spec, key usages; architecture D1).
 *
 * <p>The public endpoints give a certificate and nothing beside, so the certificate itself has to mark a signer of
 * exemptions: subject and issuer are Italian, and it names none of the European key usages. A signer that names some
 * states those kinds only, one that names none states test, vaccination and recovery.
 */
public final class TrustedKeys implements SignerKeys {

    private static final Set<CertificateKind> EUROPEAN = EnumSet.of(CertificateKind.TEST, CertificateKind.VACCINATION,
            CertificateKind.RECOVERY);
    private static final Set<CertificateKind> ANY = EnumSet.allOf(CertificateKind.class);
    /** One country attribute in a name by RFC 2253; a comma or plus within a value has a backslash before it. */
    private static final Pattern COUNTRY = Pattern.compile("(?:^|(?<!\\\\)[,+])C=([^,+]*)");
    private static final String ITALY = "IT";

    private final Map<KeyId, List<SignerKey>> keys;

    private TrustedKeys(Map<KeyId, List<SignerKey>> keys) {
        this.keys = keys;
    }

    /**
     * @param certificates the published certificates by their published identifier, of which one may name several
     * @return the keys; a certificate whose key usage cannot be read is left out, for nobody knows what it may state
     */
    public static TrustedKeys of(Map<KeyId, List<X509Certificate>> certificates) {
        return new TrustedKeys(certificates.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> limited(entry.getValue()))));
    }

    private static List<SignerKey> limited(List<X509Certificate> certificates) {
        return certificates.stream().flatMap(certificate -> limited(certificate).stream()).toList();
    }

    private static Optional<SignerKey> limited(X509Certificate certificate) {
        try {
            SignerKey key = SignerKey.of(certificate);
            return Optional.of(key.usages().isEmpty() ? with(key, isItalian(certificate) ? ANY : EUROPEAN) : key);
        } catch (IllegalArgumentException unreadableUsage) {
            return Optional.empty();
        }
    }

    private static SignerKey with(SignerKey key, Set<CertificateKind> usages) {
        return new SignerKey(key.publicKey(), key.notBefore(), key.notAfter(), usages);
    }

    private static boolean isItalian(X509Certificate certificate) {
        return isItalian(certificate.getSubjectX500Principal()) && isItalian(certificate.getIssuerX500Principal());
    }

    /** Exactly one country (hcert-spec, certificate governance). */
    private static boolean isItalian(Principal name) {
        return COUNTRY.matcher(name.getName()).results().map(found -> found.group(1)).toList().equals(List.of(ITALY));
    }

    /** @return whether no key is trusted */
    public boolean isEmpty() {
        return keys.values().stream().allMatch(List::isEmpty);
    }

    @Override
    public List<SignerKey> candidates(KeyId kid) {
        return keys.getOrDefault(kid, List.of());
    }
}
