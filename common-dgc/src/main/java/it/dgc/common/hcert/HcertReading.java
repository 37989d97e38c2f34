package it.dgc.common.hcert;

/** The outcome of reading a certificate with trusted keys. */
public sealed interface HcertReading {

    /**
     * A trusted key signed it and its times allow it. Says nothing on revocation or on rules of validity.
     *
     * @param hcert the certificate
     * @param signer the key that signed it
     */
    record Accepted(Hcert hcert, SignerKey signer) implements HcertReading {}

    /**
     * Not to be trusted.
     *
     * @param reason the first reason that was found
     */
    record Refused(HcertRefusal reason) implements HcertReading {}
}
