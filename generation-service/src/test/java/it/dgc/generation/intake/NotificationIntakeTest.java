package it.dgc.generation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.generation.issuance.Contact;
import it.dgc.generation.issuance.Doctor;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.Language;
import it.dgc.generation.issuance.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class NotificationIntakeTest {

    @Nested
    @DisplayName("Allegato B, 1: the data by which generation begins")
    class Good {

        @Test
        void readsEveryField() {
            EventToCertify event = accepted(Notifications.good());
            assertThat(event.cuev()).isEqualTo(new Cuev(Notifications.CUEV));
            assertThat(event.holder().fiscalCode().value()).isEqualTo("RSSMRA80A01H501U");
            assertThat(event.holder().familyName().value()).isEqualTo("Rossi");
            assertThat(event.holder().givenName().value()).isEqualTo("Maria");
            assertThat(event.holder().birthDate()).isEqualTo(LocalDate.of(1980, 1, 1));
            assertThat(event.statement().doctor().category()).isEqualTo(Doctor.Category.MMG);
            assertThat(event.statement().doctor().fiscalCode().value()).isEqualTo("MRARSS75P14H501I");
            assertThat(event.statement()).isInstanceOf(Statement.Exemption.class);
            assertThat(event.statement().validFrom()).isEqualTo(LocalDate.of(2026, 11, 1));
            assertThat(event.statement().validUntil()).contains(LocalDate.of(2026, 12, 31));
            assertThat(event.reportedAt()).isEqualTo(Instant.parse("2026-11-02T08:30:00Z"));
            assertThat(event.contact())
                    .isEqualTo(new Contact(Optional.of("maria.rossi@example.org"), Optional.of("+393331234567")));
            assertThat(event.language()).isEqualTo(Language.IT);
        }

        @Test
        void leavesOpenWhatIsOptional() {
            EventToCertify event = accepted(Notifications.GOOD
                    .replace(",\"validUntil\":\"2026-12-31\"", "")
                    .replaceAll("(?s),\\s*\"contact\":.*", "}").getBytes(UTF_8));
            assertThat(event.statement().validUntil()).isEmpty();
            assertThat(event.contact()).isEqualTo(Contact.NONE);
            assertThat(event.language()).isEqualTo(Language.IT);
        }

        @Test
        void takesNullForWhatIsOptional() {
            assertThat(accepted(Notifications.with("\"2026-12-31\"", "null")).statement().validUntil()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                a birth date unlike the fiscal code's    | "1980-01-01"       | "1979-06-30"
                an omocodic fiscal code                  | RSSMRA80A01H501U   | RSSMRA80A01H50MM
                an 11-digit provisional code             | RSSMRA80A01H501U   | 00743110157
                an STP code                              | RSSMRA80A01H501U   | STP0123456789012
                an ENI code                              | RSSMRA80A01H501U   | ENI0123456789012
                an apostrophe and an accent              | "Rossi"            | "D'Àngelo"
                a hyphen and an umlaut                   | "Rossi"            | "Müller-Lüdenscheidt"
                a Cyrillic name                          | "Rossi"            | "Щукин"
                a single letter                          | "Rossi"            | "O"
                a born on 29 February                    | "1980-01-01"       | "2020-02-29"
                a one-day exemption                      | "2026-12-31"       | "2026-11-01"
                an instant in UTC                        | 09:30:00+01:00     | 08:30:00Z
                """)
        void accepts(String what, String piece, String replacement) {
            assertThat(NotificationIntake.read(key(), Notifications.with(piece, replacement))).as(what)
                    .isInstanceOf(Intake.Accepted.class);
        }
    }

    @Nested
    @DisplayName("A message that can't be used has a reason of its own")
    class Bad {

        @Test
        void tombstoneIsEmpty() {
            assertThat(reason(null)).isEqualTo("EMPTY");
            assertThat(reason(new byte[0])).isEqualTo("EMPTY");
        }

        @Test
        void hundredThousandBracketsAreTooDeep() {
            assertThat(reason("[".repeat(100_000).getBytes(UTF_8))).isEqualTo("TOO_DEEPLY_NESTED");
            assertThat(reason("{\"a\":".repeat(1_000).getBytes(UTF_8))).isEqualTo("TOO_DEEPLY_NESTED");
        }

        @Test
        void bracketsInsideTextAreNoNesting() {
            assertThat(reason(Notifications.with("Rossi", "[[[[[[[[[[\\\"[[[[")))
                    .isEqualTo("FIELD_INVALID:holder.familyName");
        }

        @Test
        void nameOf17KiBIsTooLarge() {
            assertThat(reason(Notifications.with("Rossi", "R".repeat(17 * 1024)))).isEqualTo("TOO_LARGE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"cuev\":", "{\"cuev\":\"\\x\"}", "\uFEFF{}", "\u0000", "{'schemaVersion':1}", "NaN",
                "{,}"})
        void brokenJsonIsMalformed(String text) {
            assertThat(reason(text.getBytes(UTF_8))).isEqualTo("MALFORMED_JSON");
        }

        @Test
        void otherEncodingsAreMalformed() {
            assertThat(reason(Notifications.GOOD.getBytes(UTF_16))).isEqualTo("MALFORMED_JSON");
            assertThat(reason(new byte[]{'"', (byte) 0xC3, 0x28, '"'})).isEqualTo("MALFORMED_JSON");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"x\"", "1", "null", "{} {}", "{\"schemaVersion\":1,\"holder\":[]}",
                "{\"schemaVersion\":1,\"cuev\":7}", "{\"schemaVersion\":1,\"cuev\":{\"$ne\":\"\"}}",
                "{\"schemaVersion\":1,\"admin\":true}", "{\"schemaVersion\":1,\"holder\":{\"cuev\":\"x\"}}"})
        void otherShapesBreakTheSchema(String text) {
            assertThat(reason(text.getBytes(UTF_8))).isEqualTo("SCHEMA");
        }

        @Test
        void trailingValueBreaksTheSchema() {
            assertThat(reason((Notifications.GOOD + " {}").getBytes(UTF_8))).isEqualTo("SCHEMA");
        }

        @Test
        void keyTwiceIsRefusedAtEveryDepth() {
            assertThat(reason(Notifications.with("\"cuev\":", "\"cuev\":\"ABCDE1234E\",\"cuev\":")))
                    .isEqualTo("DUPLICATE_KEY");
            assertThat(reason(Notifications.with("\"familyName\":", "\"familyName\":\"Bianchi\",\"familyName\":")))
                    .isEqualTo("DUPLICATE_KEY");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "99", "\"1\"", "null", "1.0", "true"})
        void unknownSchemaVersionIsUnsupported(String version) {
            assertThat(reason(Notifications.with("\"schemaVersion\":1", "\"schemaVersion\":" + version)))
                    .isEqualTo("UNSUPPORTED_VERSION");
        }

        @Test
        void missingSchemaVersionIsUnsupported() {
            assertThat(reason(Notifications.with("\"schemaVersion\":1,", ""))).isEqualTo("UNSUPPORTED_VERSION");
        }

        @Test
        void keyMustBeTheCuev() {
            assertThat(reason(null, Notifications.good())).isEqualTo("KEY_MISMATCH");
            assertThat(reason("EXEMPT123U".getBytes(UTF_8), Notifications.good())).isEqualTo("KEY_MISMATCH");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                cuev               | ABCDE1234E                | ABCDE12345
                cuev               | ABCDE1234E                | abcde1234e
                cuev               | ABCDE1234E                | ABCDE1234E\\n
                cuev               | "ABCDE1234E"              | null
                holder.fiscalCode  | RSSMRA80A01H501U          | RSSMRA80A01H501X
                holder.fiscalCode  | RSSMRA80A01H501U          | RSSMRA80A32H501C
                holder.fiscalCode  | RSSMRA80A01H501U          | RSSMRA80B30H501X
                holder.fiscalCode  | RSSMRA80A01H501U          | RSSMRA80F01H501G
                holder.fiscalCode  | RSSMRA80A01H501U          | rssmra80a01h501u
                holder.fiscalCode  | RSSMRA80A01H501U          | RSSMRА80A01H501U
                holder.fiscalCode  | "RSSMRA80A01H501U"        | ""
                holder.familyName  | "Rossi"                   | null
                holder.familyName  | Rossi                     | ''
                holder.familyName  | Rossi                     | Ros\\r\\nsi
                holder.familyName  | Rossi                     | Rossi1
                holder.familyName  | Rossi                     | <script>
                holder.familyName  | Rossi                     | R\\u202Eossi
                holder.familyName  | Rossi                     | R\\uD800
                holder.familyName  | Rossi                     | 😀
                holder.givenName   | "Maria"                   | null
                holder.givenName   | Maria                     | '   '
                holder.birthDate   | "1980-01-01"              | null
                holder.birthDate   | 1980-01-01                | 1980-01
                holder.birthDate   | 1980-01-01                | 1980-02-30
                holder.birthDate   | 1980-01-01                | 1899-12-31
                holder.birthDate   | 1980-01-01                | 2026-11-03
                doctor.fiscalCode  | "MRARSS75P14H501I"        | null
                doctor.fiscalCode  | MRARSS75P14H501I          | MRARSS75P14H501X
                doctor.fiscalCode  | MRARSS75P14H501I          | 00743110157
                doctor.category    | "MMG"                     | "GURU"
                doctor.category    | "MMG"                     | null
                validFrom          | "2026-11-01"              | null
                validFrom          | 2026-11-01                | 2026-13-01
                validFrom          | 2026-11-01                | 2020-12-26
                validFrom          | 2026-11-01                | 2036-11-01
                validFrom          | 2026-11-01                | 2026-11-01T00:00
                validUntil         | 2026-12-31                | 31/12/2026
                validUntil         | 2026-12-31                | +12026-12-31
                issuedAt           | "2026-11-02T09:30:00+01:00" | null
                issuedAt           | 2026-11-02T09:30:00+01:00 | 2026-11-02T09:30:00
                issuedAt           | 2026-11-02T09:30:00+01:00 | 2026-11-02
                contact.email      | maria.rossi@example.org   | a@b.org\\r\\nBcc: c@d.org
                contact.email      | maria.rossi@example.org   | nobody
                issuedAt           | 2026-11-02T09:30:00+01:00 | +999999999-06-01T00:00:00Z
                issuedAt           | 2026-11-02T09:30:00+01:00 | 1970-01-01T00:00:00Z
                contact.mobile     | +393331234567             | 333 1234567
                contact.mobile     | +393331234567             | +39333123456733312345673331234567
                language           | "it"                      | "IT"
                language           | "it"                      | "sl"
                """)
        void fieldThatBreaksItsRulesIsNamed(String field, String piece, String replacement) {
            assertThat(reason(Notifications.with(piece, replacement))).isEqualTo("FIELD_INVALID:" + field);
        }

        @Test
        void addressOfThousandsOfPartsIsNoAddress() {
            assertThat(reason(Notifications.with("maria.rossi@example.org", "a@a" + ".a".repeat(7_000))))
                    .isEqualTo("FIELD_INVALID:contact.email");
        }

        @Test
        void missingPartsAreNamedByTheirFirstMandatoryField() {
            assertThat(reason("{\"schemaVersion\":1}".getBytes(UTF_8))).isEqualTo("FIELD_INVALID:issuedAt");
            assertThat(reason(Notifications.GOOD.replaceAll("\"doctor\":\\{[^}]*},", "").getBytes(UTF_8)))
                    .isEqualTo("FIELD_INVALID:doctor.fiscalCode");
        }

        @Test
        void refusalQuotesNothingOfTheMessage() {
            assertThat(reason(Notifications.with("Rossi", "Canary7"))).doesNotContain("Canary");
        }
    }

    private static byte[] key() {
        return Notifications.CUEV.getBytes(UTF_8);
    }

    private static EventToCertify accepted(byte[] value) {
        assertThat(NotificationIntake.read(key(), value)).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) NotificationIntake.read(key(), value)).event();
    }

    private static String reason(byte[] value) {
        return reason(key(), value);
    }

    private static String reason(byte[] key, byte[] value) {
        return switch (NotificationIntake.read(key, value)) {
            case Intake.Refused refused -> refused.rejection().code();
            case Intake.Accepted accepted -> "accepted";
        };
    }
}
