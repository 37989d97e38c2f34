package it.dgc.generation.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.PersonName;
import tools.jackson.databind.json.JsonMapper;

/** An event as text: what the register keeps of it, and what tells a repetition from a contradiction. */
public final class EventText {

    /** What is absent is not written: a field added later leaves the text of older events as it was. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private EventText() {}

    /** @return the same text for the same event, always */
    static String write(EventToCertify event) {
        Statement statement = event.statement();
        return JSON.writeValueAsString(new Fields(event.cuev().value(), event.holder().fiscalCode().value(),
                event.holder().familyName().value(), event.holder().givenName().value(),
                event.holder().birthDate().toString(), statement.doctor().fiscalCode().value(),
                statement.doctor().category(), statement.validFrom().toString(),
                statement.validUntil().map(LocalDate::toString).orElse(null), event.reportedAt().toString(),
                event.contact().email().orElse(null), event.contact().mobile().orElse(null), event.language()));
    }

    /** @param text what {@link #write} gave */
    public static EventToCertify read(String text) {
        Fields f = JSON.readValue(text, Fields.class);
        return new EventToCertify(new Cuev(f.cuev),
                new Holder(new CodiceFiscale(f.fiscalCode), new PersonName(f.familyName), new PersonName(f.givenName),
                        LocalDate.parse(f.birthDate)),
                new Statement.Exemption(new Doctor(new CodiceFiscale(f.doctor), f.category),
                        LocalDate.parse(f.validFrom), Optional.ofNullable(f.validUntil).map(LocalDate::parse)),
                Instant.parse(f.reportedAt), new Contact(Optional.ofNullable(f.email), Optional.ofNullable(f.mobile)),
                f.language);
    }

    record Fields(String cuev, String fiscalCode, String familyName, String givenName, String birthDate, String doctor,
            Doctor.Category category, String validFrom, String validUntil, String reportedAt, String email,
            String mobile, Language language) {

        @Override
        public String toString() {
            return "Fields[***]";
        }
    }
}
