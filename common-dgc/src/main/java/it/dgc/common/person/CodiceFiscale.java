package it.dgc.common.person;

import java.util.Optional;

import it.dgc.common.codes.Sha256;
import it.dgc.common.codes.TypedText;

/**
 * The code by which Italy's health service knows a person: the fiscal code (DM 23 December 1976 n. 13813), its
 * provisional numeric form, or the STP and ENI codes of those who have none.
 *
 * <p>It tells its kind and nothing else. Birth date and sex are not read from it: letters may stand for digits
 * (omocodia), the century is missing, and what a certificate shows comes from the notification.
 *
 * @param value the code, upper case
 */
public record CodiceFiscale(String value) {

    /** Kinds of code, told apart by form alone. */
    public enum Kind {
        /** 16 characters made from name, birth and place, with a check letter; omocodic ones included. */
        PERSONAL,
        /** 11 digits, given for a time. */
        PROVISIONAL,
        /** {@code STP} and 13 digits: foreigner temporarily present. */
        STP,
        /** {@code ENI} and 13 digits: European citizen not enrolled in the health service. */
        ENI
    }

    /** @throws IllegalArgumentException if it is a code of no kind; the message does not quote the value */
    public CodiceFiscale {
        if (FiscalCodeForm.kindOf(value).isEmpty()) {
            throw new IllegalArgumentException("Not a codice fiscale, a provisional code, or an STP or ENI code");
        }
    }

    /**
     * Reads what a machine sent: exact, upper case, ASCII only.
     *
     * @param text may be {@code null}
     * @return the code, or empty
     */
    public static Optional<CodiceFiscale> parse(String text) {
        return FiscalCodeForm.kindOf(text).map(kind -> new CodiceFiscale(text));
    }

    /**
     * Reads what a person typed: small letters, blanks and hyphens are accepted.
     *
     * @param typed may be {@code null}
     * @return the code, or empty
     */
    public static Optional<CodiceFiscale> fromTyped(String typed) {
        return TypedText.compact(typed).flatMap(CodiceFiscale::parse);
    }

    /**
     * Closes the first 15 characters of a {@link Kind#PERSONAL} code with their check letter, for synthetic persons.
     *
     * @param body 15 of {@code A-Z 0-9} in the places that the decree gives them
     * @return the code
     * @throws IllegalArgumentException if the body is of another form or its day does not exist
     */
    public static CodiceFiscale ofBody(String body) {
        return new CodiceFiscale(body + FiscalCodeForm.checkLetter(body));
    }

    /** @return which kind of code this is */
    public Kind kind() {
        return FiscalCodeForm.kindOf(value).orElseThrow();
    }

    /** @return what some clients send in place of the code: its SHA-256, 64 lower-case hexadecimal characters */
    public String sha256Hex() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "CodiceFiscale[masked]";
    }
}
