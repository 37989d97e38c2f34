package it.dgc.rules.signers;

import java.util.List;

/**
 * A certificate that was once published, with what became of it.
 *
 * @param certificate the certificate and its kid
 * @param usages kinds of statement that the key signs
 * @param trust whether it is served
 * @param token place in the list that clients resume from, 1 to 2^31 - 1 (I13)
 * @param applied the last message that counted for it
 */
record StoredSigner(SignerCertificate certificate, List<String> usages, Trust trust, int token, Position applied) {

    StoredSigner {
        usages = List.copyOf(usages);
        if (token < 1) {
            throw new IllegalArgumentException("tokens start at 1");
        }
    }

    String id() {
        return certificate.id();
    }

    Kid kid() {
        return certificate.kid();
    }

    boolean isActive() {
        return trust == Trust.ACTIVE;
    }

    StoredSigner confirmed(List<String> newUsages, Position at) {
        return new StoredSigner(certificate, newUsages, trust, token, at);
    }

    /** Clients persist their token and only ask for more: an old token would never reach them again (I13). */
    StoredSigner reactivated(List<String> newUsages, int newToken, Position at) {
        return new StoredSigner(certificate, newUsages, Trust.ACTIVE, newToken, at);
    }

    StoredSigner withdrawn(Position at) {
        return new StoredSigner(certificate, usages, Trust.WITHDRAWN, token, at);
    }
}
