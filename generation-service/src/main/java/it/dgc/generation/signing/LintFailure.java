package it.dgc.generation.signing;

/** The rule that a draft broke; one constant a rule, so that a refusal names its reason exactly. */
public enum LintFailure {
    /** Claim {@code iss} is not IT. */
    ISSUER_CLAIM,
    /** {@code iat} has fractions of a second. */
    ISSUED_AT_NOT_WHOLE_SECONDS,
    /** {@code exp} has fractions of a second. */
    EXPIRES_AT_NOT_WHOLE_SECONDS,
    /** {@code iat} lies outside the signer's use (hcert-spec 3.3.5). */
    ISSUED_OUTSIDE_USE_PERIOD,
    /** {@code exp} is not after {@code iat}. */
    EXPIRES_BEFORE_ISSUE,
    /** {@code exp} is not the signer's (architecture D1; hcert-spec 3.3.6). */
    EXPIRES_UNLIKE_SIGNER,
    /** Keys are missing or too many, or a part has another type. */
    STRUCTURE, SCHEMA_VERSION, FAMILY_NAME, GIVEN_NAME,
    /** {@code fnt} is not what ICAO 9303 makes of {@code fn}. */
    FAMILY_NAME_TRANSLITERATED,
    /** {@code gnt} is not what ICAO 9303 makes of {@code gn}. */
    GIVEN_NAME_TRANSLITERATED,
    /** {@code dob} is no full date between 1900 and {@code iat}. */
    BIRTH_DATE, DISEASE, COUNTRY, ISSUER, DESCRIPTION, VALID_FROM, VALID_UNTIL,
    /** {@code du} is before {@code df}. */
    UNTIL_BEFORE_FROM,
    /** {@code iat} is before {@code df} begins in Rome. */
    ISSUED_BEFORE_VALIDITY, DOCTOR, CUEV, IDENTIFIER
}
