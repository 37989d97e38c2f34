package it.dgc.common.qr;

import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QrSymbolTest {

    @Nested
    @DisplayName("hcert-spec 4.3: error correction of around 25 % (Q) is recommended")
    class Levels {

        @ParameterizedTest
        @CsvSource({"20, Q", "507, Q", "2420, Q", "2421, M", "3391, M", "3392, L", "4296, L"})
        void fallsOnlyWhenTheTextDoesNotFit(int characters, ErrorCorrection level) {
            assertThat(QrSymbol.of(Texts.ofLength(characters)).errorCorrection()).isEqualTo(level);
        }

        @ParameterizedTest
        @CsvSource({"Q, 2420", "M, 3391", "L, 4296"})
        void fillsTheLargestSymbolOfEachLevel(ErrorCorrection level, int characters) {
            assertThat(QrSymbol.of(Texts.ofLength(characters), level).version()).isEqualTo(40);
            assertThat(level.capacity()).isEqualTo(characters);
        }

        @ParameterizedTest
        @CsvSource({"M, 507, M", "L, 507, L", "M, 3392, L", "M, 2420, M"})
        void startsAtTheLevelThatTheOperatorChose(ErrorCorrection first, int characters, ErrorCorrection level) {
            assertThat(QrSymbol.of(Texts.ofLength(characters), first).errorCorrection()).isEqualTo(level);
        }

        @ParameterizedTest
        @CsvSource({"559, 18, 15", "1205, 28, 23", "2280, 39, 33", "855, 23, 19"})
        void isAsSmallAsTheAlphanumericModeAllows(int characters, int versionAtQ, int versionAtM) {
            String text = Texts.ofLength(characters);
            assertThat(QrSymbol.of(text).version()).isEqualTo(versionAtQ);
            assertThat(QrSymbol.of(text, ErrorCorrection.M).version()).isEqualTo(versionAtM);
        }

        @Test
        void asksTheOperatorForNoMoreThanThereIs() {
            assertThatIllegalArgumentException().isThrownBy(() -> QrSymbol.of(Texts.ofLength(4297)))
                    .withMessage("a text of 4297 characters fits in no QR symbol; at most 4296 do");
        }
    }

    @Nested
    @DisplayName("ISO/IEC 18004: characters and quiet zone")
    class Drawing {

        private final QrSymbol symbol = QrSymbol.of(Texts.ofLength(Texts.TYPICAL));

        @Test
        void leavesFourWhiteModulesOnEachSide() {
            int last = symbol.modules() - 1;
            for (int depth = 0; depth < 4; depth++) {
                for (int along = 0; along <= last; along++) {
                    assertThat(symbol.dark(along, depth) || symbol.dark(along, last - depth)
                            || symbol.dark(depth, along) || symbol.dark(last - depth, along)).isFalse();
                }
            }
        }

        @Test
        void putsAFinderPatternInThreeCorners() {
            int far = symbol.modules() - 1 - 4;
            assertThat(IntStream.range(0, 7).allMatch(at -> symbol.dark(4 + at, 4) && symbol.dark(4, 4 + at)
                    && symbol.dark(far - at, 4) && symbol.dark(4, far - at))).isTrue();
        }

        @Test
        void countsTheQuietZoneAsModules() {
            assertThat(symbol.modules()).isEqualTo(17 + 4 * symbol.version() + 8);
        }

        @Test
        void knowsNoModuleOutside() {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> symbol.dark(-1, 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> symbol.dark(symbol.modules(), 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> symbol.dark(0, symbol.modules()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"hc1:ABC", "HC1:ABC_", "HC1:È", "HC1:A\nB", "HC1:A\u0000"})
        void refusesOtherCharactersWithoutQuotingTheText(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> QrSymbol.of(text))
                    .withMessageContaining("outside the alphanumeric set").withMessageMatching("character \\d+ [^_È]+")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("HC1", "hc1"));
        }

        @Test
        void namesThePlaceOfTheRefusedCharacter() {
            assertThatIllegalArgumentException().isThrownBy(() -> QrSymbol.of("HC1:a"))
                    .withMessageStartingWith("character 5 ");
        }

        @Test
        void refusesAnEmptyText() {
            assertThatIllegalArgumentException().isThrownBy(() -> QrSymbol.of(""));
        }

        @Test
        void takesAllOfTheFortyFiveCharacters() {
            String all = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
            assertThat(QrReader.read(Pictures.of(QrSymbol.of(all)))).contains(all);
        }

        @Test
        void doesNotPrintTheText() {
            assertThat(symbol).hasToString("QR version " + symbol.version() + ", level Q");
        }
    }
}
