package it.dgc.portal.rendering;

/** Certificates for the rooms that hand them out. */
public final class TestCertificates {

    private TestCertificates() {}

    public static String qrText() {
        return Certificates.of("Prova", "Consuelo");
    }
}
