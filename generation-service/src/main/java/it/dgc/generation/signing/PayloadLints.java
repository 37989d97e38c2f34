package it.dgc.generation.signing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.exemption.Exemption;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.NameReading;
import it.dgc.common.person.PersonName;
import it.dgc.common.transliteration.Icao9303;
import it.dgc.common.uvci.Uvci;

/** The payload itself, field by field as the table of Allegato B chapter 1 lists them. */
final class PayloadLints {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final String CUEV_PREFIX = "CUEV-";

    private static final List<Lint<PayloadView>> ALL = List.of(
            new Lint<>(LintFailure.SCHEMA_VERSION, p -> p.version().equals(Exemption.SCHEMA_VERSION)),
            new Lint<>(LintFailure.FAMILY_NAME, p -> isName(p.name("fn"))),
            new Lint<>(LintFailure.GIVEN_NAME, p -> isName(p.name("gn"))),
            new Lint<>(LintFailure.FAMILY_NAME_TRANSLITERATED,
                    p -> Icao9303.isTransliteration(p.name("fnt"), p.name("fn"))),
            new Lint<>(LintFailure.GIVEN_NAME_TRANSLITERATED,
                    p -> Icao9303.isTransliteration(p.name("gnt"), p.name("gn"))),
            new Lint<>(LintFailure.BIRTH_DATE, p -> p.birth().filter(day -> isBirthDate(day, p)).isPresent()),
            field(LintFailure.DISEASE, "tg", Exemption.DISEASE),
            field(LintFailure.COUNTRY, "co", Exemption.COUNTRY),
            field(LintFailure.ISSUER, "is", Exemption.ISSUER),
            field(LintFailure.DESCRIPTION, "ds", Exemption.DESCRIPTION),
            new Lint<>(LintFailure.VALID_FROM, p -> p.from().isPresent()),
            new Lint<>(LintFailure.VALID_UNTIL, p -> !p.hasEnd() || p.until().isPresent()),
            new Lint<>(LintFailure.UNTIL_BEFORE_FROM, PayloadLints::endsAfterItBegins),
            new Lint<>(LintFailure.ISSUED_BEFORE_VALIDITY, PayloadLints::isIssuedAfterItBegins),
            new Lint<>(LintFailure.DOCTOR, p -> isDoctor(p.text("fc"))),
            new Lint<>(LintFailure.CUEV, p -> isCuev(p.text("cu"))),
            new Lint<>(LintFailure.IDENTIFIER, p -> Uvci.parse(p.text("ci")).isPresent()));

    private static final List<LintFailure> NO_VIEW = List.of(LintFailure.STRUCTURE);

    private PayloadLints() {}

    static List<LintFailure> failures(HcertClaims claims) {
        return PayloadView.of(claims).map(view -> Lint.failures(ALL, view)).orElse(NO_VIEW);
    }

    private static Lint<PayloadView> field(LintFailure failure, String key, String expected) {
        return new Lint<>(failure, payload -> expected.equals(payload.text(key)));
    }

    private static boolean isName(String name) {
        return PersonName.read(name) instanceof NameReading.Accepted accepted && accepted.name().value().equals(name);
    }

    private static boolean isBirthDate(LocalDate day, PayloadView payload) {
        return !day.isBefore(EARLIEST_BIRTH) && !day.isAfter(LocalDate.ofInstant(payload.issuedAt(), ROME));
    }

    private static boolean endsAfterItBegins(PayloadView payload) {
        Optional<LocalDate> from = payload.from();
        Optional<LocalDate> until = payload.until();
        return from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get());
    }

    private static boolean isIssuedAfterItBegins(PayloadView payload) {
        return payload.from().map(day -> !payload.issuedAt().isBefore(day.atStartOfDay(ROME).toInstant()))
                .orElse(true);
    }

    private static boolean isDoctor(String fiscalCode) {
        return CodiceFiscale.parse(fiscalCode).filter(code -> code.kind() == CodiceFiscale.Kind.PERSONAL).isPresent();
    }

    private static boolean isCuev(String text) {
        return text.startsWith(CUEV_PREFIX) && Cuev.parse(text.substring(CUEV_PREFIX.length())).isPresent();
    }
}
