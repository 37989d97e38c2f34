package it.dgc.common.messages;

/**
 * Sistema TS notifies that it received the data of an exemption (Allegato B, chapter 1).
 *
 * @param schemaVersion version of this shape; 1
 * @param cuev unique code of the exemption, 10 characters, given by Sistema TS
 * @param holder the person who is exempt
 * @param doctor the certifying doctor
 * @param validFrom first day of validity, {@code yyyy-MM-dd}, a day in Europe/Rome
 * @param validUntil last day of validity, inclusive, {@code yyyy-MM-dd}; {@code null} where there is no end
 * @param issuedAt instant at which Sistema TS received the exemption, ISO 8601 with offset
 * @param contact where the holder wants to be reached; may be {@code null}
 * @param language language of messages and documents ({@code it, en, de, fr}); may be {@code null}
 */
public record ExemptionNotification(int schemaVersion, String cuev, Holder holder, Doctor doctor, String validFrom,
        String validUntil, String issuedAt, Contact contact, String language) {

    /** Version of the shape that this platform speaks. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * @param fiscalCode codice fiscale (16), provisional numeric code (11) or STP/ENI code (16)
     * @param familyName surname in its own script
     * @param givenName name in its own script
     * @param birthDate {@code yyyy-MM-dd}
     */
    public record Holder(String fiscalCode, String familyName, String givenName, String birthDate) {}

    /**
     * @param fiscalCode codice fiscale of the doctor
     * @param category MMG, PLS, SSR_FACILITY, USMAF or SASN
     */
    public record Doctor(String fiscalCode, String category) {}

    /**
     * @param email e-mail address; may be {@code null}
     * @param mobile mobile number, E.164; may be {@code null}
     */
    public record Contact(String email, String mobile) {}
}
