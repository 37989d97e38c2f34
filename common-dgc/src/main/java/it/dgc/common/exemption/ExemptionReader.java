package it.dgc.common.exemption;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From a DCC to an exemption (architecture D1; reliability F07), defect by defect. */
final class ExemptionReader {

    private static final String GROUP = "e";
    /** {@code yyyy-MM-dd}: ISO 8601 also knows longer years, the DCC schema does not. */
    private static final int DATE_LENGTH = 10;

    private ExemptionReader() {}

    static ExemptionReading read(Map<String, Object> dcc) {
        if (dcc.get(GROUP) == null) {
            return new ExemptionReading.NotAnExemption();
        }
        try {
            return new ExemptionReading.Read(exemption(dcc));
        } catch (DefectException found) {
            return new ExemptionReading.Malformed(found.defect);
        }
    }

    private static Exemption exemption(Map<String, Object> dcc) throws DefectException {
        unless(Stream.of("v", "t", "r").noneMatch(group -> isStated(dcc.get(group))),
                ExemptionDefect.OTHER_STATEMENT_PRESENT);
        Map<?, ?> entry = onlyEntry(dcc.get(GROUP));
        String version = text(dcc, "ver", ExemptionDefect.VERSION);
        HolderName name = name(dcc.get("nam"));
        LocalDate birthDate = date(dcc.get("dob"), ExemptionDefect.BIRTH_DATE);
        return new Exemption(version, name, birthDate, entry(entry));
    }

    private static boolean isStated(Object group) {
        return group != null && !List.of().equals(group);
    }

    private static Map<?, ?> onlyEntry(Object group) throws DefectException {
        if (group instanceof List<?> entries && entries.size() == 1 && entries.getFirst() instanceof Map<?, ?> entry) {
            return entry;
        }
        throw new DefectException(ExemptionDefect.NOT_ONE_ENTRY);
    }

    private static HolderName name(Object nam) throws DefectException {
        if (!(nam instanceof Map<?, ?> parts)) {
            throw new DefectException(ExemptionDefect.NAME);
        }
        String fnt = namePart(parts, "fnt");
        String gnt = namePart(parts, "gnt");
        unless(fnt != null || gnt != null, ExemptionDefect.NAME);
        return new HolderName(namePart(parts, "fn"), namePart(parts, "gn"), fnt, gnt);
    }

    /** An empty part is legal by the DCC schema. */
    private static String namePart(Map<?, ?> parts, String key) throws DefectException {
        Object part = parts.get(key);
        unless(part == null || part instanceof String, ExemptionDefect.NAME);
        return (String) part;
    }

    private static ExemptionEntry entry(Map<?, ?> entry) throws DefectException {
        unless(Exemption.DISEASE.equals(entry.get("tg")), ExemptionDefect.DISEASE);
        unless(Exemption.COUNTRY.equals(entry.get("co")), ExemptionDefect.COUNTRY);
        text(entry, "is", ExemptionDefect.ISSUER);
        String doctor = text(entry, "fc", ExemptionDefect.DOCTOR);
        LocalDate from = date(entry.get("df"), ExemptionDefect.VALID_FROM);
        Optional<LocalDate> until = lastDay(entry.get("du"));
        unless(until.filter(from::isAfter).isEmpty(), ExemptionDefect.PERIOD);
        return new ExemptionEntry(doctor, from, until, text(entry, "ci", ExemptionDefect.UVCI),
                text(entry, "cu", ExemptionDefect.CUEV));
    }

    private static Optional<LocalDate> lastDay(Object du) throws DefectException {
        return du == null ? Optional.empty() : Optional.of(date(du, ExemptionDefect.VALID_UNTIL));
    }

    private static String text(Map<?, ?> map, String key, ExemptionDefect defect) throws DefectException {
        if (map.get(key) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new DefectException(defect);
    }

    private static LocalDate date(Object value, ExemptionDefect defect) throws DefectException {
        if (!(value instanceof String text) || text.length() != DATE_LENGTH) {
            throw new DefectException(defect);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw new DefectException(defect);
        }
    }

    private static void unless(boolean holds, ExemptionDefect defect) throws DefectException {
        if (!holds) {
            throw new DefectException(defect);
        }
    }

    private static final class DefectException extends Exception {

        private static final long serialVersionUID = 1L;

        private final ExemptionDefect defect;

        private DefectException(ExemptionDefect defect) {
            super(defect.name(), null, false, false);
            this.defect = defect;
        }
    }
}
