package it.dgc.common.transliteration;

import java.util.List;

import it.dgc.common.transliteration.Transliteration.Mapped;
import it.dgc.common.transliteration.Transliteration.Unmappable;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of this package ask of a transliteration, one outcome at a time. */
final class Names {

    private Names() {}

    static String mrz(String name) {
        Transliteration outcome = Icao9303.transliterate(name);
        assertThat(outcome).as("%s", outcome).isInstanceOf(Mapped.class);
        return ((Mapped) outcome).mrz();
    }

    static List<Integer> unmappable(String name) {
        Transliteration outcome = Icao9303.transliterate(name);
        assertThat(outcome).as("%s", outcome).isInstanceOf(Unmappable.class);
        return ((Unmappable) outcome).codePoints();
    }
}
