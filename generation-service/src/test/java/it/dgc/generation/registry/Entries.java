package it.dgc.generation.registry;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.Events;

/** Certificates to enter, each number another one. */
public final class Entries {

    public static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 10);
    public static final LocalDate LAST_DAY = LocalDate.of(2022, 6, 30);
    public static final Intent INTENT = new Intent(KeyId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8}), "exemption-1",
            Instant.parse("2022-01-10T09:00:00Z"), Instant.parse("2024-01-01T00:00:00Z"));
    public static final NewCertificate.Standing PINNED = new NewCertificate.Pinned(INTENT);
    public static final NewCertificate.Standing DEFERRED = new NewCertificate.Deferred();
    public static final NewCertificate.Standing REFUSED = new NewCertificate.Refused("VALIDITY_ENDED", List.of());
    public static final String QR_TEXT = "HC1:6BFSYNTHETIC";
    public static final Signed SIGNED = new Signed(INTENT, QR_TEXT);

    private Entries() {}

    public static Uvci uvci(int number) {
        return Uvci.derive(ByteBuffer.allocate(16).putInt(number).array());
    }

    public static AuthCode authCode(int number) {
        return AuthCode.derive(ByteBuffer.allocate(16).putInt(number + 1_000_000).array());
    }

    /** @return what might have been notified, with everything personal in it */
    public static String record(int number) {
        return "{\"cuev\":\"" + Events.cuev(number).value() + "\",\"persons\":\""
                + String.join(" ", Events.personalTexts(Events.exemption(number, "2022-01-10", null))) + "\"}";
    }

    public static NewCertificate entry(int number, NewCertificate.Standing standing) {
        return entry(uvci(number), Events.cuev(number), number, FIRST_DAY, standing);
    }

    /** @return one whose validity has no end */
    public static NewCertificate open(int number, NewCertificate.Standing standing) {
        return with(number, Optional.empty(), standing);
    }

    public static NewCertificate until(int number, LocalDate lastDay, NewCertificate.Standing standing) {
        return with(number, Optional.of(lastDay), standing);
    }

    private static NewCertificate with(int number, Optional<LocalDate> lastDay, NewCertificate.Standing standing) {
        return new NewCertificate(uvci(number), 7, Events.cuev(number), authCode(number), Events.HOLDER.fiscalCode(),
                Events.DOCTOR.fiscalCode(), record(number), FIRST_DAY, lastDay, standing);
    }

    public static NewCertificate deferredTo(int number, LocalDate day) {
        return entry(uvci(number), Events.cuev(number), number, day, DEFERRED);
    }

    public static NewCertificate entry(Uvci uvci, Cuev cuev, int number, LocalDate from,
            NewCertificate.Standing standing) {
        return new NewCertificate(uvci, 7, cuev, authCode(number), Events.HOLDER.fiscalCode(),
                Events.DOCTOR.fiscalCode(), record(number), from, Optional.of(LAST_DAY), standing);
    }

    public static OutboxMessage event(int number) {
        return event(number, "issued");
    }

    public static OutboxMessage event(int number, String what) {
        return new OutboxMessage(what + "-" + number, Topics.CERTIFICATE_EVENTS, uvci(number).value(), "{}");
    }
}
