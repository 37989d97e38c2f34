package it.dgc.generation.issuance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.common.person.PersonName;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What the register keeps of an event is all of it, in one form")
class EventTextTest {

    private static final EventToCertify EVENT = Events.exemption(1, "2022-01-10", "2022-06-30");

    static Stream<EventToCertify> events() {
        return Stream.of(EVENT, Events.exemption(2, "2024-02-29", null),
                with(Contact.NONE, Language.DE),
                with(new Contact(Optional.empty(), Optional.of("+39333")), Language.FR),
                Events.withHolder(EVENT, new Holder(EVENT.holder().fiscalCode(), new PersonName("D’Àngelo"),
                        new PersonName("Яна"), LocalDate.of(1900, 1, 1))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatWasWritten(EventToCertify event) {
        assertThat(EventText.read(EventText.write(event))).isEqualTo(event);
    }

    @Test
    void isAlwaysTheSame() {
        assertThat(EventText.write(Events.exemption(1, "2022-01-10", "2022-06-30"))).isEqualTo(EventText.write(EVENT));
    }

    @Test
    void leavesOutWhatIsAbsentSoThatANewFieldChangesNoOldText() {
        assertThat(EventText.write(Events.exemption(2, "2024-02-29", null))).doesNotContain("null", "validUntil");
    }

    @Test
    void differsWithEveryField() {
        assertThat(Stream.concat(events(), Stream.of(Events.exemption(1, "2022-01-11", "2022-06-30"),
                Events.exemption(1, "2022-01-10", "2022-07-01"), Events.bornOn(EVENT, "1980-01-02"),
                Events.reportedAt(EVENT, EVENT.reportedAt().plusMillis(1)))).map(EventText::write))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Doctor.Category.class)
    void keepsTheServiceOfTheDoctor(Doctor.Category category) {
        EventToCertify event = new EventToCertify(EVENT.cuev(), EVENT.holder(),
                new Statement.Exemption(new Doctor(Events.DOCTOR.fiscalCode(), category), LocalDate.of(2022, 1, 10),
                        Optional.empty()),
                EVENT.reportedAt(), EVENT.contact(), EVENT.language());
        assertThat(EventText.read(EventText.write(event)).statement().doctor().category()).isEqualTo(category);
    }

    @Test
    @DisplayName("what must not be printed cannot be printed")
    void printsNothingPersonal() {
        List<String> personal = Events.personalTexts(EVENT);
        assertThat(EVENT.toString()).doesNotContain(personal);
        assertThat(List.of(EVENT.holder(), EVENT.statement(), EVENT.contact()).toString()).doesNotContain(personal);
        assertThat(new EventText.Fields("cuev", EVENT.holder().fiscalCode().value(), "Sintetica", "Maria", "1980-01-01",
                "doctor", Doctor.Category.MMG, "", "", "", "maria@example.org", "", Language.IT).toString())
                .doesNotContain(personal);
    }

    private static EventToCertify with(Contact contact, Language language) {
        return new EventToCertify(EVENT.cuev(), EVENT.holder(), EVENT.statement(), EVENT.reportedAt(), contact,
                language);
    }
}
