package it.dgc.common.exemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("architecture D1: the exemption's payload")
class ExemptionTest {

    private static final HolderName NAME = new HolderName("Prova", "Niccolò", "PROVA", "NICCOLO");
    private static final LocalDate BIRTH = LocalDate.of(1960, 1, 1);
    private static final LocalDate FROM = LocalDate.of(2026, 11, 2);
    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);

    private static Exemption exemption(LocalDate until) {
        return Exemption.of(NAME, BIRTH, new ExemptionEntry("AAABBB12A10H501F", FROM, Optional.ofNullable(until),
                "01IT00000000000000000000000000000000#1", "CUEV-ABCDE12345"));
    }

    /** The DCC and its entry, open to change. */
    private record Draft(Map<String, Object> dcc, Map<String, Object> entry) {

        static Draft of(Exemption exemption) {
            Map<String, Object> dcc = new LinkedHashMap<>(exemption.toDcc());
            Map<String, Object> entry = new LinkedHashMap<>(statement(dcc));
            dcc.put("e", new ArrayList<>(List.of(entry)));
            dcc.put("nam", new LinkedHashMap<>((Map<?, ?>) dcc.get("nam")));
            return new Draft(dcc, entry);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> statement(Map<String, Object> dcc) {
        return ((List<Map<String, Object>>) dcc.get("e")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> name(Map<String, Object> dcc) {
        return (Map<String, Object>) dcc.get("nam");
    }

    @Nested
    @DisplayName("toDcc")
    class Writing {

        @Test
        @DisplayName("keys in the order of the sample, the description last")
        void keepsTheOrderOfTheSample() {
            Map<String, Object> dcc = exemption(UNTIL).toDcc();
            assertThat(dcc.keySet()).containsExactly("nam", "ver", "e", "dob");
            assertThat(name(dcc).keySet()).containsExactly("fnt", "fn", "gnt", "gn");
            assertThat(statement(dcc).keySet()).containsExactly("fc", "du", "co", "ci", "cu", "is", "tg", "df", "ds");
        }

        @Test
        void writesWhatAllegatoBAsks() {
            assertThat(statement(exemption(UNTIL).toDcc())).containsEntry("tg", "840539006").containsEntry("co", "IT")
                    .containsEntry("is", "Ministero della Salute").containsEntry("df", "2026-11-02")
                    .containsEntry("du", "2027-03-31").containsEntry("fc", "AAABBB12A10H501F")
                    .containsEntry("ci", "01IT00000000000000000000000000000000#1")
                    .containsEntry("cu", "CUEV-ABCDE12345")
                    .containsEntry("ds", "Soggetto esente dalla vaccinazione anti SARS-CoV-2");
            assertThat(exemption(UNTIL).toDcc()).containsEntry("ver", "1.0.0").containsEntry("dob", "1960-01-01");
        }

        @Test
        @DisplayName("du is present exactly when there is an end, and is never invented")
        void leavesOutTheEndThatIsNotThere() {
            assertThat(statement(exemption(null).toDcc()).keySet()).containsExactly("fc", "co", "ci", "cu", "is", "tg",
                    "df", "ds");
        }

        @Test
        void leavesOutNamesThatAreNotThere() {
            var name = new HolderName(null, "Suharto", null, "SUHARTO");
            assertThat(name(new Exemption("1.0.0", name, BIRTH, exemption(null).entry()).toDcc()).keySet())
                    .containsExactly("gnt", "gn");
        }
    }

    @Nested
    @DisplayName("fromDcc")
    class Reading {

        @Test
        void readsWhatItWrites() {
            for (LocalDate until : Arrays.asList(UNTIL, FROM, null)) {
                Exemption exemption = exemption(until);
                assertThat(Exemption.fromDcc(exemption.toDcc())).isEqualTo(new ExemptionReading.Read(exemption));
            }
        }

        @Test
        void passesOverForeignKeysAndAMissingDescription() {
            Draft draft = Draft.of(exemption(UNTIL));
            draft.entry().remove("ds");
            draft.entry().put("xx", List.of(1L));
            draft.dcc().put("yy", null);
            draft.dcc().put("e", List.of(draft.entry()));
            assertThat(Exemption.fromDcc(draft.dcc())).isEqualTo(new ExemptionReading.Read(exemption(UNTIL)));
        }

        @Test
        void doesNotJudgeTheDoctorsCode() {
            Draft draft = Draft.of(exemption(UNTIL));
            draft.entry().put("fc", "?");
            draft.dcc().put("e", List.of(draft.entry()));
            assertThat(Exemption.fromDcc(draft.dcc())).isInstanceOfSatisfying(ExemptionReading.Read.class,
                    read -> assertThat(read.exemption().entry().doctor()).isEqualTo("?"));
        }

        @Test
        void takesNullAndEmptyGroupsForAbsent() {
            Draft draft = Draft.of(exemption(UNTIL));
            draft.dcc().put("v", null);
            draft.dcc().put("t", List.of());
            assertThat(Exemption.fromDcc(draft.dcc())).isInstanceOf(ExemptionReading.Read.class);
        }

        @Test
        void findsNoExemptionInAnotherCertificate() {
            assertThat(Exemption.fromDcc(Map.of("v", List.of(Map.of())))).isEqualTo(
                    new ExemptionReading.NotAnExemption());
            assertThat(Exemption.fromDcc(Map.of())).isEqualTo(new ExemptionReading.NotAnExemption());
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("it.dgc.common.exemption.ExemptionTest#defects")
        @DisplayName("reliability F07: what is no exemption")
        void namesTheDefect(ExemptionDefect defect, Consumer<Draft> change) {
            Draft draft = Draft.of(exemption(UNTIL));
            draft.dcc().put("e", new ArrayList<>(List.of(draft.entry())));
            change.accept(draft);
            assertThat(Exemption.fromDcc(draft.dcc())).isEqualTo(new ExemptionReading.Malformed(defect));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-11-02T00:00:00Z", "2026-11-02T00:00", "2026-11-2", "2026-02-30", "+12026-11-1",
                "02-11-2026", "2026-11", ""})
        void takesADateWithoutTimeOnly(String day) {
            Draft draft = Draft.of(exemption(null));
            draft.entry().put("df", day);
            draft.dcc().put("e", List.of(draft.entry()));
            assertThat(Exemption.fromDcc(draft.dcc()))
                    .isEqualTo(new ExemptionReading.Malformed(ExemptionDefect.VALID_FROM));
        }
    }

    static Stream<Arguments> defects() {
        return Stream.of(defect(ExemptionDefect.NOT_ONE_ENTRY, draft -> draft.dcc().put("e", List.of())),
                defect(ExemptionDefect.NOT_ONE_ENTRY,
                        draft -> draft.dcc().put("e", List.of(draft.entry(), draft.entry()))),
                defect(ExemptionDefect.NOT_ONE_ENTRY, draft -> draft.dcc().put("e", "entry")),
                defect(ExemptionDefect.NOT_ONE_ENTRY, draft -> draft.dcc().put("e", List.of("entry"))),
                defect(ExemptionDefect.OTHER_STATEMENT_PRESENT, draft -> draft.dcc().put("v", List.of(Map.of()))),
                defect(ExemptionDefect.OTHER_STATEMENT_PRESENT, draft -> draft.dcc().put("t", List.of(Map.of()))),
                defect(ExemptionDefect.OTHER_STATEMENT_PRESENT, draft -> draft.dcc().put("r", "x")),
                defect(ExemptionDefect.VERSION, draft -> draft.dcc().remove("ver")),
                defect(ExemptionDefect.VERSION, draft -> draft.dcc().put("ver", 1L)),
                defect(ExemptionDefect.NAME, draft -> draft.dcc().remove("nam")),
                defect(ExemptionDefect.NAME, draft -> draft.dcc().put("nam", Map.of("fn", "Prova"))),
                defect(ExemptionDefect.NAME, draft -> name(draft.dcc()).put("gn", 1L)),
                defect(ExemptionDefect.BIRTH_DATE, draft -> draft.dcc().put("dob", "1960")),
                defect(ExemptionDefect.BIRTH_DATE, draft -> draft.dcc().remove("dob")),
                defect(ExemptionDefect.DISEASE, draft -> draft.entry().put("tg", "38907003")),
                defect(ExemptionDefect.COUNTRY, draft -> draft.entry().put("co", "SM")),
                defect(ExemptionDefect.ISSUER, draft -> draft.entry().remove("is")),
                defect(ExemptionDefect.DOCTOR, draft -> draft.entry().remove("fc")),
                defect(ExemptionDefect.VALID_FROM, draft -> draft.entry().remove("df")),
                defect(ExemptionDefect.VALID_UNTIL, draft -> draft.entry().put("du", "2027-03-31T00:00:00")),
                defect(ExemptionDefect.VALID_UNTIL, draft -> draft.entry().put("du", "")),
                defect(ExemptionDefect.PERIOD, draft -> draft.entry().put("du", "2026-11-01")),
                defect(ExemptionDefect.UVCI, draft -> draft.entry().remove("ci")),
                defect(ExemptionDefect.UVCI, draft -> draft.entry().put("ci", "")),
                defect(ExemptionDefect.CUEV, draft -> draft.entry().remove("cu")));
    }

    private static Arguments defect(ExemptionDefect defect, Consumer<Draft> change) {
        return Arguments.of(defect, change);
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertThatThrownBy(() -> exemption(FROM.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANameWithoutAStandardisedPart() {
        assertThatThrownBy(() -> new HolderName("Prova", "Niccolò", null, null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    @DisplayName("what must not be printed cannot be printed")
    void printsNothingPersonal() {
        Exemption exemption = exemption(UNTIL);
        for (Object value : List.of(exemption, exemption.name(), exemption.entry(),
                new ExemptionReading.Read(exemption))) {
            assertThat(value.toString()).doesNotContain("Prova", "PROVA", "1960", "AAABBB", "01IT", "CUEV", "2026");
        }
    }
}
