package it.dgc.deploy.local.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.qr.QrReader;
import it.dgc.deploy.local.console.ExplainedException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF that the user gave, as the text of the certificate in it; worked on in memory, nothing of it reaches the disk. */
final class PdfFile {

    /** Bytes; a scan of some pages is smaller. */
    private static final long LARGEST = 50L * 1024 * 1024;
    /** A certificate has two or three. */
    private static final int MOST_PAGES = 20;
    /** Pixels on the longer side of a page: 250 dots an inch for A4, whatever the size that the page claims. */
    private static final double PAGE_PIXELS = 2900;

    private static final String PREFIX = "HC1:";
    /** A text of the longest QR code, in lines of 40. */
    private static final int MOST_LINES = 108;

    private PdfFile() {}

    static String certificate(Path file) {
        ImageIO.setUseCache(false);
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(bytes(file)),
                IOUtils.createMemoryOnlyStreamCache())) {
            return inText(document).or(() -> inPictures(document)).orElseThrow(() -> new ExplainedException(
                    "No QR code can be read in the first " + MOST_PAGES + " pages of " + file + "."));
        } catch (InvalidPasswordException locked) {
            throw new ExplainedException("The PDF " + file + " is locked by a password; save it without one.", locked);
        } catch (IOException | BrokenPageException | IllegalArgumentException | IllegalStateException broken) {
            throw new ExplainedException("There is no PDF " + file + " that can be read.", broken);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ExplainedException("The PDF " + file + " has more than " + LARGEST / 1024 / 1024
                    + " MiB; give only the page with the QR code.");
        }
        return Files.readAllBytes(file);
    }

    private static Optional<String> inText(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setEndPage(MOST_PAGES);
        String text = stripper.getText(document);
        return IntStream.range(0, text.length()).filter(at -> text.startsWith(PREFIX, at)).limit(MOST_PAGES).boxed()
                .flatMap(at -> joined(text.substring(at)))
                .filter(one -> HcertDecoder.inspect(one) instanceof HcertInspection.Readable).findFirst();
    }

    /** A long text is broken into lines; where it ends, only decoding it tells. */
    private static Stream<String> joined(String text) {
        String[] lines = text.split("\\R", MOST_LINES);
        return IntStream.rangeClosed(1, lines.length)
                .mapToObj(count -> String.join("", Stream.of(lines).limit(count).toList()));
    }

    private static Optional<String> inPictures(PDDocument document) {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return IntStream.range(0, Math.min(MOST_PAGES, document.getNumberOfPages()))
                .mapToObj(page -> drawn(document, renderer, page)).flatMap(page -> QrReader.read(page).stream())
                .findFirst();
    }

    private static BufferedImage drawn(PDDocument document, PDFRenderer renderer, int page) {
        PDRectangle size = document.getPage(page).getCropBox();
        double scale = PAGE_PIXELS / Math.max(1, Math.max(size.getWidth(), size.getHeight()));
        try {
            return renderer.renderImage(page, (float) scale, ImageType.GRAY);
        } catch (IOException broken) {
            throw new BrokenPageException(broken);
        }
    }

    private static final class BrokenPageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenPageException(IOException cause) {
            super(cause);
        }
    }
}
