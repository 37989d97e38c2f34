package it.dgc.deploy.benchmarks;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.qr.QrSymbol;
import it.dgc.common.transliteration.Icao9303;
import it.dgc.common.transliteration.Transliteration;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** From a notification to its certificate with our parts, without the checks of the service and without its second look at the signature. */
final class OurRoad {

    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(ExemptionNotification.class);
    private static final String UVCI = "01ITA53B1A0C2E4F4D6789ABCDEF01234567#8";

    private final byte[] notification;
    private final CoseSigner signer;
    private final HcertEncoder encoder = new HcertEncoder();
    private final Instant issuedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant expiresAt = issuedAt.plus(365, ChronoUnit.DAYS);

    OurRoad(byte[] notification, CoseSigner signer) {
        this.notification = notification;
        this.signer = signer;
    }

    /** @return the claims of the notification */
    HcertClaims claims() {
        ExemptionNotification read = READER.readValue(notification);
        ExemptionNotification.Holder holder = read.holder();
        Exemption payload = Exemption.of(
                new HolderName(holder.familyName(), holder.givenName(), mrz(holder.familyName()),
                        mrz(holder.givenName())),
                LocalDate.parse(holder.birthDate()),
                new ExemptionEntry(read.doctor().fiscalCode(), LocalDate.parse(read.validFrom()),
                        Optional.ofNullable(read.validUntil()).map(LocalDate::parse), UVCI, read.cuev()));
        return new HcertClaims(Exemption.COUNTRY, issuedAt, expiresAt, payload.toDcc());
    }

    /** @return {@code HC1:...} */
    String text() throws GeneralSecurityException {
        return encoder.encode(claims(), signer);
    }

    /** @return the picture of it */
    byte[] picture() throws GeneralSecurityException {
        return QrSymbol.of(text()).png();
    }

    private static String mrz(String name) {
        return switch (Icao9303.transliterate(name)) {
            case Transliteration.Mapped mapped -> mapped.mrz();
            case Transliteration.Unmappable unmappable -> throw new IllegalArgumentException("no transliteration");
        };
    }
}
