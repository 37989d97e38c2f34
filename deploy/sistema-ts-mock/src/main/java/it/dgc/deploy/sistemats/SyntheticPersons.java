package it.dgc.deploy.sistemats;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;

/** Invented persons without end; one in ten has names from abroad, one in fifty an omocodic fiscal code. */
final class SyntheticPersons {

    /** Letters of the land register code that no municipality and no state has: M900 to M999, Z950 to Z999. */
    private static final int NO_MUNICIPALITY = 900;
    private static final int NO_STATE = 950;

    private final Random random;

    SyntheticPersons(Random random) {
        this.random = random;
    }

    Person bornBetween(LocalDate first, LocalDate last) {
        return random.nextInt(10) == 0 ? fromAbroad(first, last) : fromItaly(first, last);
    }

    Person fromItaly(LocalDate first, LocalDate last) {
        boolean female = random.nextBoolean();
        return new Person(Names.surname(random), Names.givenName(female, random), day(first, last), female,
                place('M', NO_MUNICIPALITY, 100));
    }

    String fiscalCodeOf(Person person) {
        return FiscalCodes.of(person, random.nextInt(50) == 0 ? 1 + random.nextInt(7) : 0);
    }

    private Person fromAbroad(LocalDate first, LocalDate last) {
        boolean female = random.nextBoolean();
        Names.Tongue tongue = Names.abroad(random);
        return new Person(tongue.surname(random), tongue.givenName(female, random), day(first, last), female,
                place('Z', NO_STATE, 50));
    }

    private LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    private String place(char register, int firstUnused, int unused) {
        return String.format(Locale.ROOT, "%c%03d", register, firstUnused + random.nextInt(unused));
    }
}
