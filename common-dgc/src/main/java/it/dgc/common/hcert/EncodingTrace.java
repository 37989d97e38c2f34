package it.dgc.common.hcert;

/** The results of the encoding steps, so that a vector which breaks names the step. */
record EncodingTrace(byte[] cwt, byte[] toBeSigned, byte[] cose, byte[] deflated, String base45, String text) {

    @Override
    public String toString() {
        return "EncodingTrace[REDACTED]";
    }
}
