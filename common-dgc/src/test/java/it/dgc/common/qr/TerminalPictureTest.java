package it.dgc.common.qr;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalPictureTest {

    private static final String BLACK_ON_WHITE = "\u001B[38;5;16;48;5;231m";
    private static final String RESET = "\u001B[0m";

    private final QrSymbol symbol = QrSymbol.of(Texts.ofLength(Texts.TYPICAL));

    @ParameterizedTest
    @CsvSource({"20, true", "20, false", "507, true", "507, false", "4296, true", "4296, false"})
    void showsEveryModule(int characters, boolean ansi) {
        QrSymbol drawn = QrSymbol.of(Texts.ofLength(characters));
        List<String> lines = drawn.terminal(ansi).replace(BLACK_ON_WHITE, "").replace(RESET, "").lines().toList();
        for (int y = 0; y < drawn.modules(); y++) {
            for (int x = 0; x < drawn.modules(); x++) {
                assertThat(inked(lines, x, y) == ansi).isEqualTo(drawn.dark(x, y));
            }
        }
    }

    @Test
    void setsItsOwnColoursOnEachLineAndTakesThemBack() {
        assertThat(symbol.terminal().lines()).allSatisfy(line -> assertThat(line).startsWith(BLACK_ON_WHITE)
                .endsWith(RESET).hasSize(BLACK_ON_WHITE.length() + symbol.modules() + RESET.length()));
    }

    @Test
    void usesNothingButBlocksWithoutColours() {
        assertThat(symbol.terminal(false)).matches("[ \u2580\u2584\u2588\n]+").endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsLinesOfOneLengthAndTwoRowsALine(boolean ansi) {
        assertThat(symbol.terminal(ansi).lines().map(String::length).distinct()).hasSize(1);
        assertThat(symbol.terminal(ansi).lines()).hasSize((symbol.modules() + 1) / 2);
    }

    @Test
    void endsOnAWhiteRowAlsoBelowTheLastModules() {
        assertThat(symbol.terminal(false).lines().toList().getLast()).isEqualTo("\u2588".repeat(symbol.modules()));
    }

    private static boolean inked(List<String> lines, int x, int y) {
        return switch (lines.get(y / 2).charAt(x)) {
            case ' ' -> false;
            case '\u2588' -> true;
            case '\u2580' -> y % 2 == 0;
            case '\u2584' -> y % 2 == 1;
            default -> throw new AssertionError("not a half block");
        };
    }
}
