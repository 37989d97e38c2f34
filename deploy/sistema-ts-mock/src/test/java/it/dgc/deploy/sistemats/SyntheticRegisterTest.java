package it.dgc.deploy.sistemats;

import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Contact;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SyntheticRegisterTest {

    private static final Instant NOON = Instant.parse("2026-11-02T11:00:00.123456Z");
    private static final int MANY = 10_000;

    /** The letters in the order of their values in odd places; another writing of the same table. */
    private static final String BY_ODD_VALUE = "BAKPLCQDREVOSFTGUHMINJWZYX";
    private static final String SYMBOLS = "ABCDEFHIJKLMNPQRSTUVWXYZ123456789";
    private static final Pattern FISCAL_CODE = Pattern.compile(
            "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]");

    private static final List<ExemptionNotification> REGISTERED = notifications(2026).limit(MANY).toList();

    @Test
    @DisplayName("DM 13813/1976: every fiscal code ends in its check letter")
    void completesEveryFiscalCodeByItsLetter() {
        assertThat(fiscalCodes()).allSatisfy(code -> {
            assertThat(code).matches(FISCAL_CODE);
            assertThat(code.charAt(15)).isEqualTo((char) ('A' + weigh(code.substring(0, 15)) % 26));
        });
    }

    @Test
    void givesNoCodeThatALivingPersonCanHave() {
        assertThat(fiscalCodes().map(SyntheticRegisterTest::withDigits).map(code -> code.substring(11, 15)))
                .allMatch(place -> place.matches("M9\\d\\d|Z9[5-9]\\d"));
    }

    @Test
    void makesSomeCodesOmocodicAndFewOnly() {
        assertThat(REGISTERED.stream().map(n -> n.holder().fiscalCode()).filter(code -> !withDigits(code).equals(code)))
                .hasSizeBetween(MANY / 100, MANY * 4 / 100);
    }

    @Test
    @DisplayName("channels: a CUEV is 10 symbols of 33, the last one its check character, and never comes twice")
    void neverGivesACuevTwice() {
        assertThat(REGISTERED.stream().map(ExemptionNotification::cuev)).doesNotHaveDuplicates().allSatisfy(cuev -> {
            assertThat(cuev).matches("[" + SYMBOLS + "]{10}");
            assertThat(cuev.charAt(9)).isEqualTo(SYMBOLS.charAt(weigh(cuev.substring(0, 9)) % 33));
        });
    }

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(notifications(2026).limit(MANY)).isEqualTo(REGISTERED);
    }

    @Test
    void differsForAnotherSeed() {
        Set<String> codes = REGISTERED.stream().map(ExemptionNotification::cuev).collect(Collectors.toSet());
        assertThat(notifications(2027).limit(100)).noneMatch(n -> codes.contains(n.cuev()));
    }

    @Test
    void isAboutTheSamePersonsWhateverTheDays() {
        SyntheticRegister other = new SyntheticRegister(2026);
        Validity validity = Validity.between(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31));
        ExemptionNotification first = other.next(NOON.plusSeconds(5), validity);
        assertThat(first).usingRecursiveComparison().ignoringFields("validFrom", "validUntil", "issuedAt")
                .isEqualTo(REGISTERED.getFirst());
        assertThat(first.validFrom()).isEqualTo("2026-12-01");
        assertThat(first.validUntil()).isEqualTo("2027-01-31");
    }

    @Test
    void leavesTheEndOpenWhereAsked() {
        ExemptionNotification open = new SyntheticRegister(1).next(NOON, Validity.openFrom(LocalDate.of(2026, 1, 1)));
        assertThat(open.validFrom()).isEqualTo("2026-01-01");
        assertThat(open.validUntil()).isNull();
    }

    @Test
    void sendsAlsoDaysInTheWrongOrderIfToldTo() {
        Validity backwards = Validity.between(LocalDate.of(2026, 5, 2), LocalDate.of(2026, 5, 1));
        ExemptionNotification odd = new SyntheticRegister(1).next(NOON, backwards);
        assertThat(odd.validUntil()).isLessThan(odd.validFrom());
    }

    @Test
    void startsTodayInRomeAndEndsWithinSixMonthsOrNever() {
        ExemptionNotification late = new SyntheticRegister(1).next(Instant.parse("2026-06-30T22:30:00Z"));
        assertThat(late.validFrom()).isEqualTo("2026-07-01");
        assertThat(REGISTERED).allMatch(n -> n.validFrom().equals("2026-11-02"));
        assertThat(REGISTERED.stream().map(ExemptionNotification::validUntil).filter(Objects::nonNull)
                .map(LocalDate::parse)).hasSizeBetween(MANY * 5 / 10, MANY * 7 / 10)
                .allMatch(until -> until.isAfter(LocalDate.of(2026, 11, 30)))
                .allMatch(until -> !until.isAfter(LocalDate.of(2027, 5, 2)));
    }

    @Test
    void tellsTheInstantWithTheOffsetOfRome() {
        assertThat(REGISTERED.getFirst().issuedAt()).isEqualTo("2026-11-02T12:00:00.123+01:00");
        assertThat(new SyntheticRegister(1).next(Instant.parse("2026-07-01T10:00:00Z")).issuedAt())
                .isEqualTo("2026-07-01T12:00:00+02:00").satisfies(OffsetDateTime::parse);
    }

    @Test
    void writesOneNameInTenAsAbroad() {
        assertThat(REGISTERED.stream().filter(n -> n.holder().fiscalCode().charAt(11) == 'Z'))
                .hasSizeBetween(MANY * 8 / 100, MANY * 12 / 100);
    }

    @Test
    void knowsSeveralScripts() {
        assertThat(REGISTERED.stream().map(n -> UnicodeScript.of(n.holder().familyName().charAt(0))).distinct())
                .containsExactlyInAnyOrder(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK,
                        UnicodeScript.ARABIC);
        assertThat(REGISTERED.stream().map(n -> n.holder().givenName()))
                .anyMatch(name -> name.matches(".*[ŁłŞşŘřØøÞ].*"));
    }

    @Test
    void comesFromFortyDoctorsOfEveryKind() {
        SyntheticRegister register = new SyntheticRegister(2026);
        assertThat(register.doctors()).hasSize(40).doesNotHaveDuplicates();
        assertThat(REGISTERED.stream().map(ExemptionNotification::doctor).distinct())
                .containsExactlyInAnyOrderElementsOf(register.doctors());
        assertThat(register.doctors()).extracting(ExemptionNotification.Doctor::category)
                .containsOnly("MMG", "PLS", "SSR_FACILITY", "USMAF", "SASN");
    }

    @Test
    void namesContactsThatReachNobody() {
        assertThat(REGISTERED.stream().map(ExemptionNotification::contact).filter(Objects::isNull)).isNotEmpty();
        assertThat(contacts(Contact::email)).isNotEmpty().allMatch(email -> email.endsWith("@posta.example"));
        assertThat(contacts(Contact::mobile)).isNotEmpty().allMatch(mobile -> mobile.matches("\\+447700900\\d{3}"));
    }

    @Test
    void speaksTheFirstVersionOfTheShapeInTheFourLanguages() {
        assertThat(REGISTERED).allMatch(n -> n.schemaVersion() == 1);
        assertThat(REGISTERED.stream().map(ExemptionNotification::language).distinct()).containsExactlyInAnyOrder("it",
                "en",
                "de", "fr", null);
    }

    @Test
    void letsNoHolderBeBornAfterThePresent() {
        assertThat(REGISTERED.stream().map(n -> LocalDate.parse(n.holder().birthDate())))
                .allMatch(day -> day.getYear() >= 1925 && day.getYear() <= 2015);
    }

    private static Stream<ExemptionNotification> notifications(long seed) {
        SyntheticRegister register = new SyntheticRegister(seed);
        return Stream.generate(() -> register.next(NOON));
    }

    private Stream<String> fiscalCodes() {
        return REGISTERED.stream().flatMap(n -> Stream.of(n.holder().fiscalCode(), n.doctor().fiscalCode()));
    }

    private Stream<String> contacts(Function<Contact, String> way) {
        return REGISTERED.stream().map(ExemptionNotification::contact).filter(Objects::nonNull).map(way)
                .filter(Objects::nonNull);
    }

    private static int weigh(String body) {
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            char letter = Character.isDigit(body.charAt(at)) ? (char) (body.charAt(at) - '0' + 'A') : body.charAt(at);
            sum += at % 2 == 0 ? BY_ODD_VALUE.indexOf(letter) : letter - 'A';
        }
        return sum;
    }

    /** A code as it was before another person turned out to have it. */
    private static String withDigits(String code) {
        StringBuilder digits = new StringBuilder(code);
        for (int at : new int[]{6, 7, 9, 10, 12, 13, 14}) {
            int digit = "LMNPQRSTUV".indexOf(code.charAt(at));
            digits.setCharAt(at, digit < 0 ? code.charAt(at) : (char) ('0' + digit));
        }
        return digits.toString();
    }
}
