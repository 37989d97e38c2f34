package it.dgc.generation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.NameReading;
import it.dgc.common.person.PersonName;
import it.dgc.generation.calendar.IsoText;
import it.dgc.generation.issuance.Contact;
import it.dgc.generation.issuance.Doctor;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.Holder;
import it.dgc.generation.issuance.Language;
import it.dgc.generation.issuance.Statement;

/**
 * Translates a notification into an event to certify, field by field (Allegato B, chapter 1: which are mandatory). A
 * birth date that differs from the fiscal code's is accepted: the record is right.
 */
final class NotificationTranslator {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    /** No exemption from this vaccination is older than the vaccination campaign (27 December 2020). */
    private static final LocalDate EARLIEST_VALIDITY = LocalDate.of(2020, 12, 27);
    /** A start further ahead than this is a slip of the pen, in days. */
    private static final int LATEST_START_DAYS = 366;
    private static final LocalDate LATEST_END = LocalDate.of(2099, 12, 31);

    private static final Set<Language> LANGUAGES = EnumSet.allOf(Language.class);

    private final ExemptionNotification notification;
    private final Instant reportedAt;
    private final LocalDate reportedOn;

    private NotificationTranslator(ExemptionNotification notification) throws RefusedNotification {
        this.notification = notification;
        this.reportedAt = Fields.instant("issuedAt", notification.issuedAt());
        this.reportedOn = LocalDate.ofInstant(reportedAt, ROME);
    }

    /** @throws RefusedNotification naming the first field that is missing or wrong */
    static EventToCertify translate(ExemptionNotification notification) throws RefusedNotification {
        return new NotificationTranslator(notification).event();
    }

    private EventToCertify event() throws RefusedNotification {
        return new EventToCertify(Fields.required("cuev", notification.cuev(), Cuev::parse), holder(),
                new Statement.Exemption(Fields.doctor(notification.doctor()), validFrom(), validUntil()), reportedAt,
                contact(), language());
    }

    private Holder holder() throws RefusedNotification {
        ExemptionNotification.Holder holder = notification.holder();
        return new Holder(Fields.required("holder.fiscalCode", holder.fiscalCode(), CodiceFiscale::parse),
                name("holder.familyName", holder.familyName()), name("holder.givenName", holder.givenName()),
                between("holder.birthDate", holder.birthDate(), EARLIEST_BIRTH, reportedOn));
    }

    private LocalDate validFrom() throws RefusedNotification {
        return between("validFrom", notification.validFrom(), EARLIEST_VALIDITY,
                reportedOn.plusDays(LATEST_START_DAYS));
    }

    private Optional<LocalDate> validUntil() throws RefusedNotification {
        return notification.validUntil() == null
                ? Optional.empty()
                : Optional.of(between("validUntil", notification.validUntil(), EARLIEST_VALIDITY, LATEST_END));
    }

    private Contact contact() throws RefusedNotification {
        ExemptionNotification.Contact contact = notification.contact();
        return new Contact(optional("contact.email", contact.email(), ContactForms::isEmail),
                optional("contact.mobile", contact.mobile(), ContactForms::isMobile));
    }

    private Language language() throws RefusedNotification {
        String language = notification.language();
        if (language == null) {
            return Language.IT;
        }
        if (!language.equals(language.toLowerCase(Locale.ROOT))) {
            throw RefusedNotification.field("language");
        }
        return Fields.constant("language", LANGUAGES, language.toUpperCase(Locale.ROOT));
    }

    private static PersonName name(String field, String text) throws RefusedNotification {
        return switch (PersonName.read(text)) {
            case NameReading.Accepted accepted -> accepted.name();
            case NameReading.Refused refused -> throw RefusedNotification.field(field);
        };
    }

    private static LocalDate between(String field, String text, LocalDate earliest, LocalDate latest)
            throws RefusedNotification {
        return Fields.required(field, text,
                value -> IsoText.day(value).filter(day -> !day.isBefore(earliest) && !day.isAfter(latest)));
    }

    private static Optional<String> optional(String field, String text, Predicate<String> good)
            throws RefusedNotification {
        if (text != null && !good.test(text)) {
            throw RefusedNotification.field(field);
        }
        return Optional.ofNullable(text);
    }
}
