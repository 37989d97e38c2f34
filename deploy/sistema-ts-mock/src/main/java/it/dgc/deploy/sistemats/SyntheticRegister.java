package it.dgc.deploy.sistemats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Contact;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.ExemptionNotification.Holder;

/**
 * A register of invented persons, doctors and exemptions without end, as Sistema TS would notify them (DPCM 4 February
 * 2022, annex B, chapter 1).
 *
 * <p>The same seed gives the same register: its n-th notification is about the same person, whatever days were asked
 * for. No CUEV comes twice. Not safe for use by several threads at once.
 */
public final class SyntheticRegister {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate OLDEST_HOLDER = LocalDate.of(1925, 1, 1);
    private static final LocalDate YOUNGEST_HOLDER = LocalDate.of(2015, 12, 31);
    private static final LocalDate OLDEST_DOCTOR = LocalDate.of(1955, 1, 1);
    private static final LocalDate YOUNGEST_DOCTOR = LocalDate.of(1995, 12, 31);
    private static final int DOCTORS = 40;

    /** Family doctors certify most exemptions; the others are there. */
    private static final List<String> CATEGORIES = List.of("MMG", "MMG", "MMG", "MMG", "PLS", "PLS", "SSR_FACILITY",
            "SSR_FACILITY", "USMAF", "SASN");
    private static final List<String> LANGUAGES = Arrays.asList("it", "it", "it", "it", "it", "en", "de", "fr", null);

    private final SyntheticPersons holders;
    private final List<Doctor> doctors;
    private final CuevSequence cuevs;
    private final Random choices;
    private final Random days;

    /** @param seed any number; the same one gives the same register */
    public SyntheticRegister(long seed) {
        Random seeds = new Random(seed);
        holders = new SyntheticPersons(new Random(seeds.nextLong()));
        doctors = doctors(new Random(seeds.nextLong()));
        cuevs = new CuevSequence(new Random(seeds.nextLong()));
        choices = new Random(seeds.nextLong());
        days = new Random(seeds.nextLong());
    }

    /**
     * The next exemption, valid from the day of its notification, for one to six months or, twice in five, without end.
     *
     * @param issuedAt when Sistema TS received it
     * @return its notification
     */
    public ExemptionNotification next(Instant issuedAt) {
        LocalDate today = LocalDate.ofInstant(issuedAt, ROME);
        int months = days.nextInt(5) < 2 ? 0 : 1 + days.nextInt(6);
        return next(issuedAt,
                months == 0 ? Validity.openFrom(today) : Validity.between(today, today.plusMonths(months)));
    }

    /**
     * The next exemption, with the days that the caller chose.
     *
     * @param issuedAt when Sistema TS received it
     * @param validity its days, sensible or not
     * @return its notification
     */
    public ExemptionNotification next(Instant issuedAt, Validity validity) {
        return new ExemptionNotification(ExemptionNotification.SCHEMA_VERSION, cuevs.next(), nextHolder(), nextDoctor(),
                validity.from().toString(), validity.until().map(LocalDate::toString).orElse(null), inRome(issuedAt),
                nextContact(), Names.any(LANGUAGES, choices));
    }

    /** @return the doctors of this register, always the same ones */
    public List<Doctor> doctors() {
        return doctors;
    }

    private Holder nextHolder() {
        Person person = holders.bornBetween(OLDEST_HOLDER, YOUNGEST_HOLDER);
        return new Holder(holders.fiscalCodeOf(person), person.family().written(), person.given().written(),
                person.birthDate().toString());
    }

    private Doctor nextDoctor() {
        return Names.any(doctors, choices);
    }

    /** Addresses that reach nobody: a name under .example (RFC 2606), a number set aside for drama (Ofcom). */
    private Contact nextContact() {
        String email = String.format(Locale.ROOT, "n%06d@posta.example", choices.nextInt(1_000_000));
        String mobile = String.format(Locale.ROOT, "+447700900%03d", choices.nextInt(1_000));
        return switch (choices.nextInt(5)) {
            case 0 -> null;
            case 1 -> new Contact(email, null);
            case 2 -> new Contact(null, mobile);
            default -> new Contact(email, mobile);
        };
    }

    private static List<Doctor> doctors(Random random) {
        SyntheticPersons persons = new SyntheticPersons(random);
        return Stream.generate(() -> persons.fromItaly(OLDEST_DOCTOR, YOUNGEST_DOCTOR))
                .map(person -> new Doctor(persons.fiscalCodeOf(person), Names.any(CATEGORIES, random))).limit(DOCTORS)
                .toList();
    }

    private static String inRome(Instant issuedAt) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(issuedAt.truncatedTo(ChronoUnit.MILLIS).atZone(ROME));
    }
}
