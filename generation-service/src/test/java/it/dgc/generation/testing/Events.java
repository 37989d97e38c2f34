package it.dgc.generation.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.PersonName;
import it.dgc.generation.issuance.Contact;
import it.dgc.generation.issuance.Doctor;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.Holder;
import it.dgc.generation.issuance.Language;
import it.dgc.generation.issuance.Statement;

/** Events of persons who do not exist. */
public final class Events {

    public static final Holder HOLDER = new Holder(CodiceFiscale.ofBody("SNTMRA80A41H501"), new PersonName("Sintetica"),
            new PersonName("Maria"), LocalDate.of(1980, 1, 1));
    public static final Doctor DOCTOR = new Doctor(CodiceFiscale.ofBody("FNTGPP70B15F205"), Doctor.Category.MMG);
    public static final Contact CONTACT = new Contact(Optional.of("maria@example.org"), Optional.of("+393331234567"));

    private Events() {}

    /** @return a code of its own for each number of up to nine digits */
    public static Cuev cuev(int number) {
        return Cuev.ofBody("%09d".formatted(number));
    }

    /**
     * @param from first day, ISO
     * @param until last day, ISO; {@code null} where there is none
     * @return an event that was reported at midnight UTC of 1 January 2022
     */
    public static EventToCertify exemption(int number, String from, String until) {
        return exemption(number, LocalDate.parse(from), Optional.ofNullable(until).map(LocalDate::parse),
                LocalDate.of(2022, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    public static EventToCertify exemption(int number, LocalDate from, Optional<LocalDate> until, Instant reportedAt) {
        return new EventToCertify(cuev(number), HOLDER, new Statement.Exemption(DOCTOR, from, until), reportedAt,
                CONTACT, Language.IT);
    }

    public static EventToCertify reportedAt(EventToCertify event, Instant reportedAt) {
        return new EventToCertify(event.cuev(), event.holder(), event.statement(), reportedAt, event.contact(),
                event.language());
    }

    public static EventToCertify withHolder(EventToCertify event, Holder holder) {
        return new EventToCertify(event.cuev(), holder, event.statement(), event.reportedAt(), event.contact(),
                event.language());
    }

    public static EventToCertify bornOn(EventToCertify event, String birthDate) {
        Holder holder = event.holder();
        return withHolder(event, new Holder(holder.fiscalCode(), holder.familyName(), holder.givenName(),
                LocalDate.parse(birthDate)));
    }

    /** @return everything in the event that leads to a person, as text that must be found nowhere in clear */
    public static List<String> personalTexts(EventToCertify event) {
        Holder holder = event.holder();
        CodiceFiscale doctor = event.statement().doctor().fiscalCode();
        return List.of(event.cuev().value(), event.cuev().sha256Hex(), holder.fiscalCode().value(),
                holder.fiscalCode().sha256Hex(), holder.familyName().value(), holder.givenName().value(),
                holder.birthDate().toString(), doctor.value(), doctor.sha256Hex(),
                event.contact().email().orElseThrow(), event.contact().mobile().orElseThrow());
    }
}
