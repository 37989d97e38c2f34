package it.dgc.deploy.sistemats;

import java.util.Locale;

/** Makes fiscal codes of persons, as the registry office does (DM 23 December 1976, n. 13813). */
final class FiscalCodes {

    private static final String MONTHS = "ABCDEHLMPRST";
    private static final int ADDED_TO_A_WOMANS_DAY = 40;

    /** Places of the digits, in the order in which an omocodic code replaces them, and the letters for 0 to 9. */
    private static final int[] DIGITS_FROM_THE_RIGHT = {14, 13, 12, 10, 9, 7, 6};
    private static final String OMOCODIC = "LMNPQRSTUV";

    private FiscalCodes() {}

    /** The code of a person; where {@code replaced}, 0 to 7, digits are letters because another person had the code. */
    static String of(Person person, int replaced) {
        String body = omocodic(body(person), replaced);
        return body + CheckCharacters.ofFiscalCode(body);
    }

    private static String body(Person person) {
        return ofSurname(person.family().registered()) + ofGivenName(person.given().registered()) + ofBirth(person)
                + person.birthplace();
    }

    private static String ofSurname(String name) {
        return (consonants(name) + vowels(name) + "XXX").substring(0, 3);
    }

    private static String ofGivenName(String name) {
        String consonants = consonants(name);
        return consonants.length() < 4 ? ofSurname(name) : consonants.charAt(0) + consonants.substring(2, 4);
    }

    private static String ofBirth(Person person) {
        var date = person.birthDate();
        return String.format(Locale.ROOT, "%02d%c%02d", date.getYear() % 100, MONTHS.charAt(date.getMonthValue() - 1),
                date.getDayOfMonth() + (person.female() ? ADDED_TO_A_WOMANS_DAY : 0));
    }

    private static String omocodic(String body, int replaced) {
        StringBuilder code = new StringBuilder(body);
        for (int nth = 0; nth < replaced; nth++) {
            int at = DIGITS_FROM_THE_RIGHT[nth];
            code.setCharAt(at, OMOCODIC.charAt(body.charAt(at) - '0'));
        }
        return code.toString();
    }

    private static String consonants(String name) {
        return name.replaceAll("[AEIOU]", "");
    }

    private static String vowels(String name) {
        return name.replaceAll("[^AEIOU]", "");
    }
}
