package it.dgc.rules.signers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResumeTokenTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0", "00"})
    @DisplayName("I15: an empty header, 0, and none at all are the start")
    void startsFromTheBeginning(String header) {
        assertThat(ResumeToken.read(header)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 42 ', 42", "2147483647, 2147483647", "999999999999999999, 999999999999999999"})
    void readsWholeNumbers(String header, long token) {
        assertThat(ResumeToken.read(header)).hasValue(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.0", "1e3", "abc", "1;2", "1,2", "0x1", "٣", "9999999999999999999", "1 2",
            "null"})
    void rejectsEverythingElse(String header) {
        assertThat(ResumeToken.read(header)).isEmpty();
    }
}
