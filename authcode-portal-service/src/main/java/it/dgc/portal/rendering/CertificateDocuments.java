package it.dgc.portal.rendering;

import it.dgc.common.qr.QrSymbol;

/**
 * The certificate as its holder takes it home (Allegato B, chapter 6). Equal text and language give equal bytes. Reads
 * its fonts once: make one and share it among threads.
 */
public final class CertificateDocuments {

    private final Typeface typeface = new Typeface();
    private final PdfPrinter printer = new PdfPrinter(typeface);

    /** Reads the fonts. */
    public CertificateDocuments() {}

    /**
     * A page to show, a page to keep, and the same on a sheet of four panels to print and fold.
     *
     * @param qrText text of the QR code of an exemption, {@code HC1:...}; its signature is not looked at
     * @param language the languages beside Italian and English
     * @return PDF/A-2a and PDF/UA-1; neither its title nor its metadata tell what is certified
     * @throws IllegalArgumentException if the text is no such certificate; the message does not quote it
     */
    public byte[] pdf(String qrText, DocumentLanguage language) {
        CertificateView view = view(qrText);
        return printer.print(Sheet.of(view, language), Term.TITLE.in(language.shown().getFirst()), view.issuedAt());
    }

    /**
     * @param qrText as for {@link #pdf}
     * @return the QR code as PNG, without metadata
     * @throws IllegalArgumentException as for {@link #pdf}
     */
    public byte[] png(String qrText) {
        return QrSymbol.of(view(qrText).qrText()).png();
    }

    private CertificateView view(String qrText) {
        return CertificateView.of(qrText, typeface)
                .orElseThrow(() -> new IllegalArgumentException("not the text of an exemption certificate"));
    }
}
