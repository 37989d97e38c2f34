package it.dgc.common.hcert;

/** Gives tests of other rooms the signed bytes of a certificate. */
public final class SamplePayload {

    private SamplePayload() {}

    /**
     * @param text a QR code's text
     * @return the COSE payload as it was signed
     */
    public static byte[] of(String text) {
        try {
            return DecodingSteps.cose(DecodingSteps.inflated(DecodingSteps.unbase45(DecodingSteps.unprefixed(text))))
                    .payload();
        } catch (RefusedException refused) {
            throw new IllegalArgumentException("no certificate", refused);
        }
    }
}
