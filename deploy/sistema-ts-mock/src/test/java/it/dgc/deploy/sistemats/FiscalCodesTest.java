package it.dgc.deploy.sistemats;

import java.time.LocalDate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("DM 23 December 1976, n. 13813")
class FiscalCodesTest {

    @ParameterizedTest
    @CsvSource({"Provetti, Marco, PRVMRC", "Aia, Anna, AIANNA", "Fò, Io, FOXIOX", "Zé, Francesco, ZEXFNC",
            "D'Esempini, Gianfranco, DSMGFR", "De Fintoni, Ugo, DFNGUO", "Lo Campionerò, Anna Maria, LCMNMR"})
    void takesThreeLettersOfEachName(String family, String given, String letters) {
        assertThat(code(family, given, LocalDate.of(1980, 1, 1), false)).startsWith(letters);
    }

    @ParameterizedTest
    @CsvSource({"1980-01-01, false, 80A01", "1980-01-01, true, 80A41", "2005-12-31, true, 05T71",
            "1999-06-09, false, 99H09", "1930-09-30, false, 30P30"})
    void tellsTheDayOfBirthAndAWomanByForty(LocalDate birth, boolean female, String letters) {
        assertThat(code("Provetti", "Ada", birth, female).substring(6, 11)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"0, RSSMRA80A01H501U", "1, RSSMRA80A01H50MM", "2, RSSMRA80A01H5LM", "3, RSSMRA80A01HRLM",
            "7, RSSMRAULALMHRLM"})
    void replacesDigitsFromTheRightForASecondBearer(int replaced, String expected) {
        Person person = new Person(Name.plain("Rossi"), Name.plain("Mara"), LocalDate.of(1980, 1, 1), false, "H501");
        assertThat(FiscalCodes.of(person, replaced)).startsWith(expected).hasSize(16);
    }

    @Test
    void spellsNamesWithoutAccents() {
        assertThat(Name.plain("D'Esempèrò-Prova").registered()).isEqualTo("DESEMPEROPROVA");
    }

    @Test
    void doesNotPrintThePerson() {
        Person person = new Person(Name.plain("Provetti"), Name.plain("Ada"), LocalDate.of(1980, 1, 1), true, "M900");
        assertThat(person.toString()).doesNotContain("Provetti", "Ada", "1980");
    }

    private static String code(String family, String given, LocalDate birth, boolean female) {
        return FiscalCodes.of(new Person(Name.plain(family), Name.plain(given), birth, female, "M900"), 0);
    }
}
