package it.dgc.common.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import it.dgc.common.hcert.DccObject;

/**
 * A DCC that states an exemption (architecture D1; the public Italian sample gives keys and their order).
 *
 * @param schemaVersion {@code ver}
 * @param name {@code nam}
 * @param birthDate {@code dob}
 * @param entry the one statement of group {@code e}
 */
public record Exemption(String schemaVersion, HolderName name, LocalDate birthDate, ExemptionEntry entry) {

    /** {@code ver} of every certificate issued: the sample's, and what the clients in use expect. */
    public static final String SCHEMA_VERSION = "1.0.0";
    /** {@code tg}: COVID-19, value set disease-agent-targeted. */
    public static final String DISEASE = "840539006";
    /** {@code co}: an exemption is valid in Italy only. */
    public static final String COUNTRY = "IT";
    /** {@code is}. */
    public static final String ISSUER = "Ministero della Salute";
    /** {@code ds}: the phrase that Allegato B makes mandatory; absent from certificates of 2022. */
    public static final String DESCRIPTION = "Soggetto esente dalla vaccinazione anti SARS-CoV-2";

    private static final List<String> DCC = List.of("nam", "ver", "e", "dob");
    private static final List<String> NAM = List.of("fnt", "fn", "gnt", "gn");
    private static final List<String> STATEMENT = List.of("fc", "du", "co", "ci", "cu", "is", "tg", "df", "ds");

    /** Requires every part. */
    public Exemption {
        Objects.requireNonNull(schemaVersion, "schemaVersion");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(entry, "entry");
    }

    /**
     * An exemption in the version that is issued.
     *
     * @param name the holder
     * @param birthDate the holder's birth date
     * @param entry the statement
     * @return the exemption
     */
    public static Exemption of(HolderName name, LocalDate birthDate, ExemptionEntry entry) {
        return new Exemption(SCHEMA_VERSION, name, birthDate, entry);
    }

    /**
     * Reads a DCC; foreign keys are passed over, the description may be missing, codes are not checked.
     *
     * @param dcc a decoded DCC
     * @return the exemption, or why it is none
     */
    public static ExemptionReading fromDcc(Map<String, Object> dcc) {
        return ExemptionReader.read(dcc);
    }

    /** @return the DCC, keys in the order of the sample and the description last; absent fields are left out */
    public Map<String, Object> toDcc() {
        return DccObject.of(DCC, nam(), schemaVersion, List.of(statement()), birthDate.toString());
    }

    private Map<String, Object> nam() {
        return DccObject.of(NAM, name.standardFamilyName(), name.familyName(), name.standardGivenName(),
                name.givenName());
    }

    private Map<String, Object> statement() {
        String until = entry.validUntil().map(LocalDate::toString).orElse(null);
        return DccObject.of(STATEMENT, entry.doctor(), until, COUNTRY, entry.uvci(), entry.cuev(), ISSUER, DISEASE,
                entry.validFrom().toString(), DESCRIPTION);
    }

    /** @return the version only; the rest is personal */
    @Override
    public String toString() {
        return "Exemption[schemaVersion=" + schemaVersion + ", REDACTED]";
    }
}
