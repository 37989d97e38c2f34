package it.dgc.deploy.local.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import it.dgc.common.qr.QrSymbol;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.RecordedTerminal;
import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.rendering.DocumentLanguage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The certificate in a PDF")
class PdfFileTest {

    /** Reads as a certificate, of nobody: Base45 of the compressed COSE message, signed with an unknown key. */
    private static final String TEXT = Certificates.text();

    private final PDDocument document = new PDDocument();

    @TempDir
    private Path directory;

    @Test
    void isReadFromThePictureOnItsPage() throws IOException {
        drawSymbol(PDRectangle.A4, 170);
        assertThat(CertificateText.of(saved().toString())).isEqualTo(TEXT);
    }

    @Test
    void isReadFromTheSheetThatThePlatformMakes() throws IOException {
        Path file = Files.write(directory.resolve("sheet.PDF"),
                new CertificateDocuments().pdf(TEXT, DocumentLanguage.DE));
        assertThat(CertificateText.of(file.toString())).isEqualTo(TEXT);
    }

    @Test
    void isReadFromAPageThatClaimsToBeHuge() throws IOException {
        drawSymbol(new PDRectangle(14_400, 14_400), 5000);
        assertThat(CertificateText.of(saved().toString())).isEqualTo(TEXT);
    }

    @Test
    void isReadFromTheLastOfSeveralPages() throws IOException {
        document.addPage(new PDPage(PDRectangle.A4));
        document.addPage(new PDPage(PDRectangle.A4));
        drawSymbol(PDRectangle.A4, 170);
        assertThat(CertificateText.of(saved().toString())).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 57, 64, 1000})
    void isReadFromLinesOfText(int characters) throws IOException {
        write(Stream.of("A copy:", TEXT, "Page 1").flatMap(text -> broken(text, characters)).toList());
        assertThat(CertificateText.of(saved().toString())).isEqualTo(TEXT);
    }

    @Test
    void isNotThereOnEmptyPages() throws IOException {
        document.addPage(new PDPage(PDRectangle.A4));
        assertRefused(saved(), "No QR code can be read");
    }

    @Test
    void isNotReadWhereAPasswordLocksIt() throws IOException {
        drawSymbol(PDRectangle.A4, 170);
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        assertRefused(saved(), "locked by a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PDF", "%PDF-1.7\n", "%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"})
    void isNotReadFromABrokenFile(String content) throws IOException {
        assertRefused(Files.writeString(directory.resolve("broken.pdf"), content), "no PDF");
    }

    @Test
    void isNotReadFromTheFirstHalfOfAFile() throws IOException {
        drawSymbol(PDRectangle.A4, 170);
        byte[] whole = Files.readAllBytes(saved());
        Path half = Files.write(directory.resolve("half.pdf"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> CertificateText.of(half.toString())).isInstanceOf(ExplainedException.class);
    }

    @Test
    void isNotLookedForInAHugeFile() throws IOException {
        Path huge = directory.resolve("huge.pdf");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(60L * 1024 * 1024);
        }
        assertRefused(huge, "more than 50 MiB");
    }

    @Test
    void isNotReadFromAFileThatIsMissing() {
        assertRefused(directory.resolve("absent.pdf"), "There is no PDF");
    }

    @Test
    @DisplayName("architecture, section 5: verifying writes nothing of a certificate to disk")
    void leavesNothingOnDisk() throws IOException {
        drawSymbol(PDRectangle.A4, 170);
        Path file = saved();
        Path data = Files.createDirectory(directory.resolve("data"));
        Set<Path> before = temporaryFiles();
        assertThat(Dgc.run(RecordedTerminal.pipe().terminal(), "verify", "--data-dir", data.toString(), "--server",
                "http://127.0.0.1:1", file.toString())).isEqualTo(7);
        Set<Path> left = temporaryFiles();
        left.removeAll(before);
        assertThat(left).filteredOn(Files::isRegularFile).extracting(path -> path.getFileName().toString())
                .noneMatch(name -> name.startsWith("PDFBox") || name.startsWith("imageio") || name.endsWith(".tmp"));
        try (Stream<Path> written = Files.walk(data)) {
            assertThat(written.filter(Files::isRegularFile)).noneMatch(one -> holds(one, TEXT.substring(0, 40)))
                    .noneMatch(one -> holds(one, "Esonero"));
        }
    }

    private static boolean holds(Path file, String canary) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(canary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.collect(Collectors.toSet());
        }
    }

    private static void assertRefused(Path file, String part) {
        assertThatThrownBy(() -> CertificateText.of(file.toString())).isInstanceOf(ExplainedException.class)
                .hasMessageContaining(part);
    }

    private static Stream<String> broken(String text, int characters) {
        return Stream.of(text.split("(?<=\\G.{" + characters + "})"));
    }

    private void drawSymbol(PDRectangle size, float side) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        BufferedImage symbol = ImageIO.read(new ByteArrayInputStream(QrSymbol.of(TEXT).png()));
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.drawImage(LosslessFactory.createFromImage(document, symbol), 60, 60, side, side);
        }
    }

    private void write(List<String> lines) throws IOException {
        PDPage page = new PDPage(new PDRectangle(6000, 842));
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(FontName.COURIER), 9);
            pen.newLineAtOffset(40, 800);
            for (String line : lines) {
                pen.showText(line);
                pen.newLineAtOffset(0, -11);
            }
            pen.endText();
        }
    }

    private Path saved() throws IOException {
        Path file = directory.resolve("certificate.pdf");
        document.save(file.toFile());
        document.close();
        return file;
    }
}
