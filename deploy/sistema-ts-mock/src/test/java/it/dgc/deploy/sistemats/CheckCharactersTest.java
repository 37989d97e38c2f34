package it.dgc.deploy.sistemats;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckCharactersTest {

    @ParameterizedTest
    @DisplayName("DM 13813/1976: the letter is computed on the characters as written, omocodic ones too")
    @ValueSource(strings = {"RSSMRA80A01H501U", "PRVPRV25A01H501B", "MRARSS75P14H501I", "RSSMRA80A01H50MM"})
    void completesFiscalCodes(String code) {
        assertThat(CheckCharacters.ofFiscalCode(code.substring(0, 15))).isEqualTo(code.charAt(15));
    }

    @Test
    void differsFromTheWrongLetterOfThePublicSample() {
        assertThat(CheckCharacters.ofFiscalCode("AAABBB12A10H501")).isEqualTo('D');
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDE1234E", "EXEMPT123U", "A1B2C3D4E5FT"})
    void completesCodesOfSistemaTs(String code) {
        int last = code.length() - 1;
        assertThat(CheckCharacters.ofCode(code.substring(0, last))).isEqualTo(code.charAt(last));
    }

    @Test
    void answersInThirtyThreeSymbols() {
        assertThat(CheckCharacters.CODE_SYMBOLS).hasSize(33).doesNotContain("G", "O", "0");
    }
}
