package it.dgc.generation.revocation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;

/** When a certificate ends: on its last day, by the calendar of Rome; without one, when its signature expires. */
final class EndOfValidity {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final SignerRing signers;
    private final Clock clock;

    EndOfValidity(SignerRing signers, Clock clock) {
        this.signers = signers;
        this.clock = clock;
    }

    LocalDate lastDay(CertificateEntry entry) {
        return entry.validUntil().or(() -> entry.intent().map(intent -> LocalDate.ofInstant(intent.expiresAt(),
                ZoneOffset.UTC))).orElseGet(this::latest);
    }

    /** @return the day on which everything that can be signed today has expired */
    LocalDate latest() {
        return signers.all().stream().map(DocumentSigner::expiryOfCertificates)
                .map(expiry -> LocalDate.ofInstant(expiry, ZoneOffset.UTC)).max(LocalDate::compareTo).orElseThrow();
    }

    boolean hasEnded(CertificateEntry entry) {
        return today().isAfter(lastDay(entry));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ROME);
    }
}
