package it.dgc.rules.signers;

import java.util.List;

/** What a message asks for. */
sealed interface SignerChange {

    /** Serve this certificate. */
    record Activate(SignerCertificate certificate, List<String> usages) implements SignerChange {}

    /** Serve no longer the certificate that has this {@link SignerCertificate#id()}. */
    record Withdraw(String id) implements SignerChange {}

    /** Serve no certificate of this kid any longer. */
    record WithdrawAll(Kid kid) implements SignerChange {}
}
