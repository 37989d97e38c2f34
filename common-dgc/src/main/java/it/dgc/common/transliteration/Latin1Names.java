package it.dgc.common.transliteration;

import java.util.Optional;
import java.util.stream.IntStream;

import it.dgc.common.transliteration.Transliteration.Mapped;

/**
 * Names whose characters all belong to Latin-1, as those of nearly everybody here do. None of these characters looks at its
 * neighbours, so what the tables give for each one alone is kept and put together.
 */
final class Latin1Names {

    private static final char FILLER = '<';
    /** By character: what is written for it, a filler, or nothing where the tables must be asked. */
    private static final String[] WRITTEN = IntStream.range(0, 0x100).mapToObj(Latin1Names::written)
            .toArray(String[]::new);

    private Latin1Names() {}

    /** The standardised name; empty where a character is none of these, cannot be written, or no letter is there. */
    static Optional<String> mrz(String name) {
        StringBuilder mrz = new StringBuilder(name.length() + 2);
        boolean parted = false;
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            String written = character < WRITTEN.length ? WRITTEN[character] : null;
            if (written == null) {
                return Optional.empty();
            }
            boolean isFiller = written.length() == 1 && written.charAt(0) == FILLER;
            if (!isFiller && !written.isEmpty()) {
                mrz.append(parted && !mrz.isEmpty() ? "<" : "").append(written);
            }
            parted = isFiller || parted && written.isEmpty();
        }
        return mrz.isEmpty() ? Optional.empty() : Optional.of(cut(mrz));
    }

    /** @return whether all its characters are of these and a letter is there, so that {@link #mrz} writes it */
    static boolean isWritten(String name) {
        boolean hasLetter = false;
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            String written = character < WRITTEN.length ? WRITTEN[character] : null;
            if (written == null) {
                return false;
            }
            hasLetter |= !written.isEmpty() && written.charAt(0) != FILLER;
        }
        return hasLetter;
    }

    /** @return whether {@link #mrz} gives {@code mrz} for this name; {@code false} where that must be looked at */
    static boolean isWrittenAs(String mrz, String name) {
        int end = 0;
        boolean parted = false;
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            String written = character < WRITTEN.length ? WRITTEN[character] : null;
            if (written == null) {
                return false;
            }
            boolean isFiller = written.length() == 1 && written.charAt(0) == FILLER;
            if (!isFiller && !written.isEmpty()) {
                int from = parted && end > 0 ? end + 1 : end;
                if (from > end && !mrz.startsWith("<", end) || !mrz.startsWith(written, from)) {
                    return false;
                }
                end = from + written.length();
            }
            parted = isFiller || parted && written.isEmpty();
        }
        return end > 0 && end == mrz.length() && end <= Mapped.MAX_LENGTH;
    }

    private static String cut(StringBuilder mrz) {
        int length = Math.min(mrz.length(), Mapped.MAX_LENGTH);
        return mrz.substring(0, mrz.charAt(length - 1) == FILLER ? length - 1 : length);
    }

    /** The micro sign is the only one of them that becomes a letter of another script. */
    private static String written(int character) {
        return switch (CharacterRole.of(character)) {
            case FILLER -> "<";
            case OMITTED -> "";
            case LETTER -> character == 'µ' ? null : ofLetter(Character.toString(character));
            case MARK, OTHER -> null;
        };
    }

    private static String ofLetter(String letter) {
        return Icao9303.byTheTables(letter) instanceof Mapped mapped ? mapped.mrz() : null;
    }
}
