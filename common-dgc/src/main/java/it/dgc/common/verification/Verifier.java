package it.dgc.common.verification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import it.dgc.common.codes.Sha256;
import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionReading;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.HcertRefusal;

/**
 * Verifies certificates offline (Allegato B, chapters 3 and 4): data fit to decide, container and identifier, signature and
 * signer, statement, lists, days, times; the first objection counts. Immutable, and may be shared.
 */
public final class Verifier {

    private static final String ITALY = "IT";

    private final VerificationData data;
    private final HcertDecoder decoder;

    /** @param data what was synchronised */
    public Verifier(VerificationData data) {
        this.data = Objects.requireNonNull(data, "data");
        this.decoder = new HcertDecoder(data.keys());
    }

    /**
     * Verifies; has an outcome for any text.
     *
     * @param text untrusted text of a QR code
     * @param at the time for which it shall be valid, by the clock that noted when the data were synchronised
     * @return the outcome and what may be shown with it
     */
    public Verification verify(String text, Instant at) {
        return data.unfitness(at).map(reason -> Verification.of(new Objection(Outcome.SYNC_NEEDED, reason)))
                .orElseGet(() -> inspected(text, at));
    }

    /** What has no identifier is called no certificate before anybody asks who signed it, as the app does. */
    private Verification inspected(String text, Instant at) {
        return switch (HcertDecoder.inspect(text)) {
            case HcertInspection.Unreadable unreadable -> Verification.of(Objection.of(unreadable.reason()));
            case HcertInspection.Readable readable when DccFacts.identifiers(readable.hcert().dcc()).isEmpty() ->
                Verification.of(new Objection(Outcome.NOT_EU_DCC, Reason.Rule.NO_IDENTIFIER));
            case HcertInspection.Readable readable -> read(text, readable.hcert().issuedAt(), at);
        };
    }

    /** Read for its own time of issue, so that signature and signer are judged here and the time of reading last. */
    private Verification read(String text, Instant issuedAt, Instant at) {
        return switch (decoder.read(text, issuedAt)) {
            case HcertReading.Refused refused -> Verification.of(Objection.of(refused.reason()));
            case HcertReading.Accepted accepted -> trusted(accepted, at);
        };
    }

    private Verification trusted(HcertReading.Accepted accepted, Instant at) {
        Hcert hcert = accepted.hcert();
        return switch (Exemption.fromDcc(hcert.dcc())) {
            case ExemptionReading.Malformed malformed -> Verification.of(Objection.of(malformed.reason()));
            case ExemptionReading.Read read -> exemption(accepted, read.exemption(), at);
            case ExemptionReading.NotAnExemption other -> DccFacts.holder(hcert.dcc())
                    .map(holder -> Verification.of(listed(hcert).or(() -> untimely(accepted, at)), holder))
                    .orElseGet(() -> Verification.of(new Objection(Outcome.NOT_VALID, Reason.Rule.SCHEMA)));
        };
    }

    private Verification exemption(HcertReading.Accepted accepted, Exemption exemption, Instant at) {
        Hcert hcert = accepted.hcert();
        Optional<Objection> objection = foreign(hcert).or(() -> listed(hcert))
                .or(() -> data.rules().undue(exemption.entry(), at)).or(() -> untimely(accepted, at));
        return Verification.of(objection, new Holder(exemption.name(), exemption.birthDate().toString()));
    }

    /** An exemption is valid in Italy only (Allegato B, Table 2); its {@code co} was read already. */
    private static Optional<Objection> foreign(Hcert hcert) {
        return Objection.when(!ITALY.equals(hcert.issuer()), Outcome.NOT_VALID, Reason.Rule.ISSUER);
    }

    private Optional<Objection> listed(Hcert hcert) {
        List<String> identifiers = DccFacts.identifiers(hcert.dcc());
        return Objection.when(identifiers.stream().anyMatch(data.rules()::isBlackListed), Outcome.NOT_VALID,
                Reason.Rule.BLACK_LIST)
                .or(() -> Objection.when(identifiers.stream().map(Sha256::base64).anyMatch(data::isRevoked),
                        Outcome.REVOKED,
                        Reason.Rule.REVOCATION_LIST));
    }

    /** hcert-spec 3.3.5 and 3.3.6; both ends belong to the period, as everywhere in the codec. */
    private static Optional<Objection> untimely(HcertReading.Accepted accepted, Instant at) {
        return refusal(at.isBefore(accepted.hcert().issuedAt()), Outcome.NOT_VALID, HcertRefusal.CWT_NOT_YET_VALID)
                .or(() -> refusal(at.isAfter(accepted.hcert().expiresAt()), Outcome.EXPIRED, HcertRefusal.CWT_EXPIRED))
                .or(() -> refusal(at.isAfter(accepted.signer().notAfter()), Outcome.NOT_VALID,
                        HcertRefusal.PUBLIC_KEY_EXPIRED));
    }

    private static Optional<Objection> refusal(boolean holds, Outcome outcome, HcertRefusal refusal) {
        return Objection.when(holds, outcome, new Reason.Container(refusal));
    }
}
