package it.dgc.common.codes;

/** The check character that closes CUEV and AUTHCODE, as the national apps compute it. */
final class CheckSymbol {

    /** 33 symbols; G, O and 0 are left out because they are misread. */
    static final String ALPHABET = "ABCDEFHIJKLMNPQRSTUVWXYZ123456789";

    private CheckSymbol() {}

    static char of(String body) {
        return of(body, body.length());
    }

    private static char of(String characters, int length) {
        return ALPHABET.charAt(FiscalCodeSum.of(characters, length) % ALPHABET.length());
    }

    static boolean closes(String code) {
        int last = code.length() - 1;
        return code.charAt(last) == of(code, last);
    }
}
