package it.dgc.deploy.sistemats.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.deploy.sistemats.SyntheticRegister;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("The register of invented health cards")
class CardRegisterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int PERSONS = 1_000;

    private final CardRegister register = new CardRegister(7);

    @Test
    @DisplayName("knows every person that is notified: most have a card, some have none")
    void knowsEveryNotifiedPerson() {
        List<Optional<HealthCard>> cards = persons().map(register::cardOf).toList();

        assertThat(cards.stream().filter(Optional::isEmpty).count()).isBetween(60L, 250L);
        assertThat(cards.stream().flatMap(Optional::stream).map(HealthCard::number)).doesNotHaveDuplicates()
                .allMatch(number -> number.matches("80380(00030|00050|00120)[0-9]{10}"));
        assertThat(cards.stream().flatMap(Optional::stream).map(HealthCard::expiry)).allSatisfy(
                day -> assertThat(day).isBetween(LocalDate.of(2027, 1, 1), LocalDate.of(2032, 12, 31)));
    }

    @Test
    void givesTheSameCardsForTheSameSeedOnly() {
        assertThat(persons().map(new CardRegister(7)::cardOf)).containsExactlyElementsOf(
                persons().map(register::cardOf).toList());
        assertThat(persons().map(new CardRegister(8)::cardOf).toList())
                .isNotEqualTo(persons().map(register::cardOf).toList());
    }

    @ParameterizedTest
    @DisplayName("who is not enrolled in the health service has no card")
    @ValueSource(strings = {"12345678903", "STP1234567890123", "ENI1234567890123"})
    void givesNoCardToOtherCodes(String code) {
        assertThat(register.cardOf(code)).isEmpty();
    }

    @Test
    void takesItFromOutsideWhoHasWhich() {
        String person = persons().filter(code -> register.cardOf(code).isPresent()).findFirst().orElseThrow();
        HealthCard other = new HealthCard("80380000500000012345", LocalDate.of(2028, 2, 29));

        register.give(person, other);
        assertThat(register.cardOf(person)).contains(other);
        register.withdraw(person);
        assertThat(register.cardOf(person)).isEmpty();
    }

    @Test
    void asksForTheLastEightDigits() {
        assertThat(new HealthCard("80380000500012345678", LocalDate.EPOCH).last8()).isEqualTo("12345678");
        assertThat(new HealthCard("80380000500012345678", LocalDate.EPOCH)).hasToString("HealthCard[***]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8038000050001234567", "803800005000123456789", "8038000050001234567x"})
    void takesNoOtherNumber(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HealthCard(number, LocalDate.EPOCH));
    }

    private static Stream<String> persons() {
        SyntheticRegister notified = new SyntheticRegister(7);
        return Stream.generate(() -> notified.next(NOW).holder().fiscalCode()).limit(PERSONS);
    }
}
