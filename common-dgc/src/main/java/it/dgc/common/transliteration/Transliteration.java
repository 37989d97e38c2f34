package it.dgc.common.transliteration;

import java.util.List;

/** What became of a name: its standardised form, or the characters for which no table has a row. */
public sealed interface Transliteration {

    /**
     * The name in letters of the machine readable zone. Its text form hides the name.
     *
     * @param mrz 1 to 80 of {@code A-Z} and {@code <}; no filler at either end, never two together
     */
    record Mapped(String mrz) implements Transliteration {

        /** Longest standardised name, in characters (EU DCC schema 1.3, {@code nam.fnt} and {@code nam.gnt}). */
        public static final int MAX_LENGTH = 80;

        private static final char FILLER = '<';

        /** @throws IllegalArgumentException if {@code mrz} is not a standardised name */
        public Mapped {
            if (mrz.length() > MAX_LENGTH || !isOfComponents(mrz)) {
                throw new IllegalArgumentException("A standardised name is 1 to 80 of A-Z, parts joined by one <");
            }
        }

        private static boolean isOfComponents(String mrz) {
            char before = FILLER;
            for (int i = 0; i < mrz.length(); i++) {
                char c = mrz.charAt(i);
                if (c == FILLER ? before == FILLER : c < 'A' || c > 'Z') {
                    return false;
                }
                before = c;
            }
            return before != FILLER;
        }

        @Override
        public String toString() {
            return "Mapped[" + mrz.length() + " characters]";
        }
    }

    /**
     * The name cannot be written. Its text form hides the characters.
     *
     * @param codePoints the characters without a mapping as they stand in the name (NFC, case kept), each once, in
     *        order; empty where each character is known but none is written, as in a name of punctuation only
     */
    record Unmappable(List<Integer> codePoints) implements Transliteration {

        public Unmappable {
            codePoints = List.copyOf(codePoints);
        }

        @Override
        public String toString() {
            return "Unmappable[" + codePoints.size() + " characters without a mapping]";
        }
    }
}
