package it.dgc.common.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.CertificateKind;

/** What every DCC of schema 1.x has, of whatever kind (eu-dcc-schema 1.3). */
final class DccFacts {

    private static final Pattern VERSION = Pattern.compile("1\\.\\d+\\.\\d+");
    /** The schema's own: a date, a month, a year, or empty. */
    private static final Pattern BIRTH_DATE = Pattern.compile("(?:(?:19|20)\\d\\d(?:-\\d\\d){0,2})?");

    private DccFacts() {}

    /** The identifiers of all statements; none where a statement lacks it, or there is no statement. */
    static List<String> identifiers(Map<String, Object> dcc) {
        List<String> found = new ArrayList<>();
        for (CertificateKind kind : CertificateKind.of(dcc)) {
            for (Object statement : (List<?>) dcc.get(kind.group())) {
                if (!(statement instanceof Map<?, ?> fields && fields.get("ci") instanceof String ci) || ci.isEmpty()) {
                    return List.of();
                }
                found.add(ci);
            }
        }
        return found;
    }

    /** Empty where version, name or birth date is not as the schema has it. */
    static Optional<Holder> holder(Map<String, Object> dcc) {
        if (dcc.get("ver") instanceof String version && VERSION.matcher(version).matches()
                && dcc.get("dob") instanceof String birthDate && BIRTH_DATE.matcher(birthDate).matches()
                && dcc.get("nam") instanceof Map<?, ?> nam) {
            return name(nam).map(name -> new Holder(name, birthDate));
        }
        return Optional.empty();
    }

    private static Optional<HolderName> name(Map<?, ?> nam) {
        boolean text = Stream.of("fn", "gn", "fnt", "gnt").map(nam::get)
                .allMatch(part -> part == null || part instanceof String);
        return text && (nam.get("fnt") != null || nam.get("gnt") != null)
                ? Optional.of(new HolderName(part(nam, "fn"), part(nam, "gn"), part(nam, "fnt"), part(nam, "gnt")))
                : Optional.empty();
    }

    private static String part(Map<?, ?> nam, String key) {
        return (String) nam.get(key);
    }
}
