package it.dgc.deploy.local.verifier;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionReading;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.HcertRefusal;
import it.dgc.common.hcert.SignerKeys;

/** Decides as VerificaC19 does, in its order: container, key and signature, times, then the days of the exemption. */
public final class Verifier {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final String ITALY = "IT";

    private Verifier() {}

    /**
     * @param server {@code http://host:port}, without a closing slash
     * @param text untrusted text of a QR code
     * @param at the time for which it shall be valid
     * @return the outcome; {@link Outcome#SYNC_NEEDED} where no keys can be had
     */
    public static Verification verify(URI server, String text, Instant at) {
        try {
            return verify(new KeySync(server).keys(), text, at);
        } catch (SyncException failed) {
            return Verification.without(Outcome.SYNC_NEEDED, failed.getMessage());
        }
    }

    static Verification verify(SignerKeys keys, String text, Instant at) {
        return switch (new HcertDecoder(keys).read(text, at)) {
            case HcertReading.Accepted accepted -> accepted(accepted.hcert(), at);
            case HcertReading.Refused refused -> refused(refused.reason(), text, at);
        };
    }

    private static Verification accepted(Hcert hcert, Instant at) {
        if (!ITALY.equals(hcert.issuer())) {
            return Verification.without(Outcome.NOT_VALID, "ISSUER");
        }
        return switch (Exemption.fromDcc(hcert.dcc())) {
            case ExemptionReading.Read read -> dated(read.exemption(), LocalDate.ofInstant(at, ROME), Optional.empty());
            case ExemptionReading.Malformed malformed -> Verification.without(Outcome.NOT_VALID,
                    malformed.reason().name());
            case ExemptionReading.NotAnExemption other -> Verification.without(Outcome.NOT_VALID, "UNKNOWN_KIND");
        };
    }

    private static Verification refused(HcertRefusal reason, String text, Instant at) {
        return switch (reason) {
            case INVALID_SCHEME_PREFIX, BASE_45_DECODING_FAILED, DECOMPRESSION_FAILED, COSE_DESERIALIZATION_FAILED,
                    CBOR_DESERIALIZATION_FAILED ->
                Verification.without(Outcome.NOT_EU_DCC, reason.name());
            case CWT_NOT_YET_VALID, CWT_EXPIRED -> untimely(reason, text, at);
            default -> Verification.without(Outcome.NOT_VALID, reason.name());
        };
    }

    /** These two reasons are found after the signature was verified, so what the certificate says may be shown. */
    private static Verification untimely(HcertRefusal reason, String text, Instant at) {
        return HcertDecoder.inspect(text) instanceof HcertInspection.Readable readable
                && Exemption.fromDcc(readable.hcert().dcc()) instanceof ExemptionReading.Read read
                        ? dated(read.exemption(), LocalDate.ofInstant(at, ROME), Optional.of(reason.name()))
                        : Verification.without(Outcome.NOT_VALID, reason.name());
    }

    /** Both days are inclusive and are days in Rome; where they allow it, {@code objection} still may not. */
    private static Verification dated(Exemption exemption, LocalDate today, Optional<String> objection) {
        if (today.isBefore(exemption.entry().validFrom())) {
            return of(exemption, Outcome.NOT_VALID_YET, Optional.of("VALID_FROM"));
        }
        if (exemption.entry().validUntil().filter(today::isAfter).isPresent()) {
            return of(exemption, Outcome.EXPIRED, Optional.of("VALID_UNTIL"));
        }
        return of(exemption, objection.isPresent() ? Outcome.NOT_VALID : Outcome.VALID, objection);
    }

    private static Verification of(Exemption exemption, Outcome outcome, Optional<String> reason) {
        HolderName name = exemption.name();
        return new Verification(outcome, reason,
                Optional.of(new Verification.Holder(shown(name.familyName(), name.standardFamilyName()),
                        shown(name.givenName(), name.standardGivenName()), exemption.birthDate())));
    }

    private static String shown(String written, String standard) {
        return Optional.ofNullable(written).or(() -> Optional.ofNullable(standard)).orElse("");
    }
}
