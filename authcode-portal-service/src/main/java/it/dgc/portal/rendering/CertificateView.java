package it.dgc.portal.rendering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionReading;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;

/**
 * What a certificate shows its holder (Allegato B, table 1; DPCM 4 February 2022, article 3).
 *
 * @param qrText text of its QR code
 * @param name family and given name in their own script; in the standard transliteration where no font has the script
 * @param birthDate the holder's
 * @param validFrom first day
 * @param validUntil last day
 * @param doctor fiscal code of the certifying doctor
 * @param uvci unique identifier
 * @param cuev unique code of the exemption
 * @param issuedAt when it was signed
 */
record CertificateView(String qrText, String name, LocalDate birthDate, LocalDate validFrom,
        Optional<LocalDate> validUntil, String doctor, String uvci, String cuev, Instant issuedAt) {

    /** Decodes without a look at the signature: the text comes from the generation service. */
    static Optional<CertificateView> of(String qrText, Typeface typeface) {
        return HcertDecoder.inspect(qrText) instanceof HcertInspection.Readable readable
                && Exemption.fromDcc(readable.hcert().dcc()) instanceof ExemptionReading.Read read
                        ? Optional.of(of(qrText, readable.hcert(), read.exemption(), typeface))
                        : Optional.empty();
    }

    private static CertificateView of(String qrText, Hcert hcert, Exemption exemption, Typeface typeface) {
        var entry = exemption.entry();
        return new CertificateView(qrText, name(exemption.name(), typeface), exemption.birthDate(), entry.validFrom(),
                entry.validUntil(), entry.doctor(), entry.uvci(), entry.cuev(), hcert.issuedAt());
    }

    private static String name(HolderName name, Typeface typeface) {
        return Optional.of(joined(name.familyName(), name.givenName()))
                .filter(own -> !own.isEmpty() && typeface.shows(own))
                .orElseGet(() -> joined(name.standardFamilyName(), name.standardGivenName()).replace('<', ' '));
    }

    private static String joined(String family, String given) {
        return Stream.of(family, given).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
    }

    @Override
    public String toString() {
        return "CertificateView[REDACTED]";
    }
}
