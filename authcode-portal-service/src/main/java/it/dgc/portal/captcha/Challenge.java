package it.dgc.portal.captcha;

/** What is to be solved. */
public sealed interface Challenge {

    /**
     * Work for the ALTCHA widget (protocol v1). The field {@code codiceCaptcha} is the Base64 of the JSON object that the widget
     * makes of it.
     *
     * @param algorithm of the hash, {@code SHA-256}
     * @param challenge hash of salt and number, hexadecimal
     * @param maxNumber the number is below; what the widget is to try at most. Its name on the wire is {@code maxnumber}
     * @param salt with id, form and end of life in it
     * @param signature by which we know it again
     */
    record ProofOfWork(String algorithm, String challenge, long maxNumber, String salt, String signature)
            implements
                Challenge {}

    /**
     * A code that {@link Captchas#picture} shows and {@link Captchas#sound} speaks.
     *
     * @param id names it; 32 hexadecimal characters. The field {@code codiceCaptcha} is {@link #field(String, String)}
     * @param digits how many there are to type
     */
    record TypedCode(String id, int digits) implements Challenge {

        /**
         * @param id of the challenge
         * @param typed as it was typed: blanks and hyphens do no harm
         * @return the value of {@code codiceCaptcha}: id, full stop, what was typed
         */
        public static String field(String id, String typed) {
            return id + '.' + typed;
        }
    }

    /** There is none, because the store is away. */
    record Unavailable() implements Challenge {}
}
