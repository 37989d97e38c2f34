package it.dgc.portal.rendering;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** From pages to PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1); the same pages give the same bytes. */
final class PdfPrinter {

    /** Any number that stays: the identifier of the file is computed from it and from the metadata. */
    private static final long DOCUMENT_ID = 1;

    private final Typeface typeface;
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** Also silences the library, which tells a log what it draws. */
    PdfPrinter(Typeface typeface) {
        this.typeface = typeface;
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(Document pages, String title, Instant at) {
        try (PdfBoxRenderer renderer = builder(pages).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                return finished(document, title, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfRendererBuilder builder(Document pages) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        typeface.addTo(builder);
        builder.withW3cDocument(pages, null).usePdfAConformance(PdfAConformance.PDFA_2_A).usePdfUaAccessibility(true)
                .useColorProfile(colours).withDiagnosticConsumer(quoteNothing -> {})
                .useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        return builder;
    }

    private static byte[] finished(PDDocument document, String title, Instant at) throws IOException {
        Calendar when = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(when);
        information.setModificationDate(when);
        document.setDocumentInformation(information);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Xmp.of(title, at).getBytes(UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        FoldMarks.drawOn(document, document.getPage(document.getNumberOfPages() - 1));
        document.setDocumentId(DOCUMENT_ID);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
