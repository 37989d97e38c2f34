package it.dgc.generation.intake;

import java.util.Set;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Contact;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.ExemptionNotification.Holder;

/** Reads the JSON of a notification; its fields are checked by {@link NotificationTranslator}. */
final class NotificationReader {

    private static final MessageShape SHAPE = new MessageShape(ExemptionNotification.SCHEMA_VERSION,
            Set.of("holder", "doctor", "contact"),
            Set.of("cuev", "validFrom", "validUntil", "issuedAt", "language", "holder.fiscalCode", "holder.familyName",
                    "holder.givenName", "holder.birthDate", "doctor.fiscalCode", "doctor.category", "contact.email",
                    "contact.mobile"));

    private NotificationReader() {}

    /** @throws RefusedNotification with the reason why the value is no notification */
    static ExemptionNotification read(byte[] value) throws RefusedNotification {
        StrictJson json = StrictJson.read(value, SHAPE);
        return new ExemptionNotification(SHAPE.version(), json.text("cuev"),
                new Holder(json.text("holder.fiscalCode"), json.text("holder.familyName"),
                        json.text("holder.givenName"), json.text("holder.birthDate")),
                new Doctor(json.text("doctor.fiscalCode"), json.text("doctor.category")), json.text("validFrom"),
                json.text("validUntil"), json.text("issuedAt"),
                new Contact(json.text("contact.email"), json.text("contact.mobile")), json.text("language"));
    }
}
