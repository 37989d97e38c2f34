package it.dgc.generation.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.person.PersonName;
import it.dgc.common.transliteration.Icao9303;
import it.dgc.common.transliteration.Transliteration;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.signing.CertificateDraft;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;

/**
 * Composes what shall be signed. The payload is a function of the record and of the key in use at {@code iat}
 * (architecture D1, D2), so that a replay gives the same bytes.
 */
public final class CertificateComposer {

    /** Version of the payload's form; a change of the form gets a new one. */
    static final String PROFILE = "exemption-1";

    private final SignerRing signers;

    /** @param signers one of which will sign */
    public CertificateComposer(SignerRing signers) {
        this.signers = signers;
    }

    /** @return {@code iat}, {@code exp} and signer: fixed before signing, and the same whenever it is asked again */
    public Intent intent(EventToCertify event, Instant now) {
        SignerRing usable = signers.usableAt(now);
        Instant issuedAt = later(later(event.reportedAt(), ValidityWindow.midnight(event.statement().validFrom())),
                usable.startOfUse()).truncatedTo(ChronoUnit.SECONDS);
        DocumentSigner signer = usable.at(issuedAt);
        return new Intent(signer.kid(), PROFILE, issuedAt, signer.expiryOfCertificates());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** @return the last day on which a certificate of it could be accepted, whoever signs it */
    LocalDate lastDay(EventToCertify event) {
        return event.statement().validUntil().orElseGet(() -> signers.all().stream()
                .map(signer -> LocalDate.ofInstant(signer.expiryOfCertificates(), ZoneOffset.UTC))
                .max(LocalDate::compareTo).orElseThrow());
    }

    /** @return whether both names have a transliteration */
    public boolean canBeNamed(EventToCertify event) {
        return Icao9303.isMappable(event.holder().familyName().value())
                && Icao9303.isMappable(event.holder().givenName().value());
    }

    /** @param event one that can be named */
    public CertificateDraft draft(EventToCertify event, Uvci uvci, Intent intent) {
        Exemption payload = switch (event.statement()) {
            case Statement.Exemption statement -> Exemption.of(name(event.holder()), event.holder().birthDate(),
                    new ExemptionEntry(statement.doctor().fiscalCode().value(), statement.validFrom(),
                            statement.validUntil(), uvci.value(), event.cuev().prefixed()));
        };
        return new CertificateDraft(
                new HcertClaims(Exemption.COUNTRY, intent.issuedAt(), intent.expiresAt(), payload.toDcc()));
    }

    private static HolderName name(Holder holder) {
        return new HolderName(holder.familyName().value(), holder.givenName().value(), mrz(holder.familyName()),
                mrz(holder.givenName()));
    }

    private static String mrz(PersonName name) {
        return switch (Icao9303.transliterate(name.value())) {
            case Transliteration.Mapped mapped -> mapped.mrz();
            case Transliteration.Unmappable unmappable -> throw new IllegalStateException("The holder cannot be named");
        };
    }
}
