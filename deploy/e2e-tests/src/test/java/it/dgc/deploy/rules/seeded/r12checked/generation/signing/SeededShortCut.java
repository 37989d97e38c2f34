package it.dgc.deploy.rules.seeded.r12checked.generation.signing;

import java.util.function.Function;

/** Breach: a checked certificate that nobody checked. */
final class SeededShortCut {

    private SeededShortCut() {}

    static Function<String, CheckedCertificate> unchecked() {
        return CheckedCertificate::new;
    }
}
