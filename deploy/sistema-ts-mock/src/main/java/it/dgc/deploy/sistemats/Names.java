package it.dgc.deploy.sistemats;

import java.util.List;
import java.util.Random;

/** Names of nobody: surnames made of words for trial and example, in several languages. */
final class Names {

    private static final List<String> PARTICLES = List.of("", "", "", "", "", "", "De ", "Di ", "D'", "Lo ");
    private static final List<String> STEMS = List.of("Prov", "Esemp", "Collaud", "Fint", "Saggi", "Campion", "Simul",
            "Invent", "Ipot", "Prot", "Mod", "Bozz", "Abbozz", "Tentat", "Cavi", "Verif");
    private static final List<String> ENDINGS = List.of("etti", "ini", "oni", "ucci", "ardi", "esi", "olli", "aschi",
            "enghi", "erò", "azzà", "elli-Prova");

    /** Too short for three consonants, which the rules of the fiscal code fill up. */
    private static final List<String> SHORT_SURNAMES = List.of("Fò", "Iù", "Zé", "Aia");

    private static final List<String> WOMEN = List.of("Anna", "Lucia", "Mariù", "Ada", "Noemi", "Francesca", "Chiara",
            "Giovanna", "Anna Maria", "Isotta", "Io", "Beatrice", "Élodie", "Rosa Alba");
    private static final List<String> MEN = List.of("Marco", "Niccolò", "Ugo", "Leo", "Francesco", "Gianfranco",
            "Pietro",
            "Noè", "Andrea", "Pier Paolo", "Jürg", "Tommaso", "Elia", "Carlo Alberto");

    private static final List<Tongue> ABROAD = List.of(
            new Tongue(
                    List.of(new Name("Пробенко", "PROBENKO"), new Name("Вымыслюк", "VYMYSLYUK"),
                            new Name("Примерных", "PRIMERNYKH")),
                    List.of(new Name("Ольга", "OLGA"), new Name("Наталія", "NATALIIA")),
                    List.of(new Name("Иван", "IVAN"), new Name("Юрій", "YURII"))),
            new Tongue(
                    List.of(new Name("Δοκιμάκη", "DOKIMAKI"), new Name("Παραδειγμάτου", "PARADEIGMATOU")),
                    List.of(new Name("Ελένη", "ELENI"), new Name("Αικατερίνη", "AIKATERINI")),
                    List.of(new Name("Γιώργος", "GIORGOS"), new Name("Ευάγγελος", "EVANGELOS"))),
            new Tongue(
                    List.of(new Name("المثالي", "ALMITHALI"), new Name("تجريبي", "TAJRIBI")),
                    List.of(new Name("فاطمة", "FATIMA"), new Name("مريم", "MARYAM")),
                    List.of(new Name("يوسف", "YUSUF"), new Name("محمد", "MUHAMMAD"))),
            new Tongue(
                    List.of(new Name("Przykładło", "PRZYKLADLO"), new Name("Örnekoğlu", "ORNEKOGLU"),
                            new Name("Příklad", "PRIKLAD"), new Name("Prøveßen", "PROVESSEN"),
                            new Name("Đokušaj", "DOKUSAJ")),
                    List.of(new Name("Łucja", "LUCJA"), new Name("Ayşe", "AYSE"), new Name("Ștefania", "STEFANIA")),
                    List.of(new Name("Jiří", "JIRI"), new Name("Søren", "SOREN"), new Name("Þór", "THOR"))));

    private Names() {}

    static Name surname(Random random) {
        if (random.nextInt(50) == 0) {
            return Name.plain(any(SHORT_SURNAMES, random));
        }
        return Name.plain(any(PARTICLES, random) + any(STEMS, random) + any(ENDINGS, random));
    }

    static Name givenName(boolean female, Random random) {
        return Name.plain(any(female ? WOMEN : MEN, random));
    }

    static Tongue abroad(Random random) {
        return any(ABROAD, random);
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Names that belong together because they are written alike. */
    record Tongue(List<Name> surnames, List<Name> women, List<Name> men) {

        Name surname(Random random) {
            return any(surnames, random);
        }

        Name givenName(boolean female, Random random) {
            return any(female ? women : men, random);
        }
    }
}
