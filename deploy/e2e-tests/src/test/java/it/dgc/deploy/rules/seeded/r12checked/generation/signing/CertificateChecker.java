package it.dgc.deploy.rules.seeded.r12checked.generation.signing;

/** May make one. */
final class CertificateChecker {

    private CertificateChecker() {}

    static CheckedCertificate innocent(String claims) {
        return new CheckedCertificate(claims);
    }
}
