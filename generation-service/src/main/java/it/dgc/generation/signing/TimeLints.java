package it.dgc.generation.signing;

import java.util.List;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.hcert.HcertClaims;

/** The claims around the payload: issuer and times against the signer (hcert-spec 3.3). */
final class TimeLints {

    private record Subject(HcertClaims claims, DocumentSigner signer) {}

    private static final List<Lint<Subject>> ALL = List.of(
            new Lint<>(LintFailure.ISSUER_CLAIM, s -> Exemption.COUNTRY.equals(s.claims.issuer())),
            new Lint<>(LintFailure.ISSUED_AT_NOT_WHOLE_SECONDS, s -> s.claims.issuedAt().getNano() == 0),
            new Lint<>(LintFailure.EXPIRES_AT_NOT_WHOLE_SECONDS, s -> s.claims.expiresAt().getNano() == 0),
            new Lint<>(LintFailure.ISSUED_OUTSIDE_USE_PERIOD,
                    s -> s.signer.usePeriod().covers(s.claims.issuedAt())),
            new Lint<>(LintFailure.EXPIRES_BEFORE_ISSUE, s -> s.claims.expiresAt().isAfter(s.claims.issuedAt())),
            new Lint<>(LintFailure.EXPIRES_UNLIKE_SIGNER,
                    s -> s.claims.expiresAt().equals(s.signer.expiryOfCertificates())));

    private TimeLints() {}

    static List<LintFailure> failures(HcertClaims claims, DocumentSigner signer) {
        return Lint.failures(ALL, new Subject(claims, signer));
    }
}
