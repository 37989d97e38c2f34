package it.dgc.portal.rendering;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import it.dgc.common.qr.QrReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The certificate as a document")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateDocumentsTest {

    private static final String LONG = "Wolkenstein-Trostburg von Sankt Leonhard in Passeier und zu den Drei Zinnen am Kreuz";
    private static final List<List<String>> NAMES = List.of(List.of("Esonero", "Prova"),
            List.of(LONG.substring(0, 80),
                    "Maria Theresia Walpurga Amalia Christina Josepha Aloysia Antonia Johanna Nep".trim()),
            List.of("Παπαδοπούλου", "Ελένη"), List.of("Щербакова-Їжакевич", "Людмила"), List.of("Ђорђевић", "Љубица"),
            List.of("Ștefănescu-Đặng", "Łucja Nguyễn"), List.of("Սարգսյան", "Անահիտ"), List.of("ბერიძე", "ნინო"),
            List.of("<b>D’Amico & figli</b>", "Zoë \"x\""), List.of("O" + "o".repeat(79), "Iiii"));
    private static final String[] TELLING = {"esen", "esent", "exempt", "befrei", "exempté", "vaccin", "impf", "cuev",
            "CUEV"};

    private final CertificateDocuments documents = new CertificateDocuments();

    @BeforeAll
    static void prepareValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> documents() {
        return Stream.of(DocumentLanguage.values())
                .flatMap(language -> NAMES.stream()
                        .filter(name -> language == DocumentLanguage.DE || NAMES.indexOf(name) < 2)
                        .map(name -> Arguments.of(language, name.get(0), name.get(1))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("ISO 19005-2 and ISO 14289-1, as veraPDF reads them: PDF/A-2a and PDF/UA-1")
    void conforms(DocumentLanguage language, String family, String given) {
        byte[] pdf = documents.pdf(Certificates.of(family, given), language);
        assertThat(failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("DPCM 4 February 2022, article 3: what stands on it; no name is cut")
    void showsEachField(DocumentLanguage language, String family, String given) throws IOException {
        String text = withoutSpaces(text(documents.pdf(Certificates.of(family, given), language)));
        assertThat(text).contains(withoutSpaces(family + given), "1960-02-29", Certificates.UVCI, "2026-11-01",
                "2027-01-31", Certificates.DOCTOR, Certificates.CUEV, "COVID-19", "MinisterodellaSalute");
        language.shown().forEach(shown -> Stream.of(Term.values())
                .filter(term -> term != Term.QR_OF && term != Term.NO_END)
                .forEach(term -> assertThat(text).contains(withoutSpaces(term.in(shown)))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("Garante, 27 January 2022: outside, nothing tells an exemption from any other certificate")
    void isNeutralOutside(DocumentLanguage language, String family, String given) throws IOException {
        byte[] pdf = documents.pdf(Certificates.of(family, given), language);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(lowerHalf(document)).contains("1960-02-29").doesNotContainIgnoringCase(TELLING);
            assertThat(page(document, 1)).contains("1960-02-29").doesNotContainIgnoringCase(TELLING);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Certificazione digitale COVID-19");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
                    .doesNotContainIgnoringCase(TELLING).doesNotContain(family, given);
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentLanguage.class)
    void carriesTheSymbolOnTheSheetAndOnThePageToShow(DocumentLanguage language) throws IOException {
        String qrText = Certificates.of("Esonero", "Prova");
        try (PDDocument document = Loader.loadPDF(documents.pdf(qrText, language))) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, 150);
                ImageIO.write(picture, "png", target(language + "-" + (page + 1) + ".png").toFile());
                assertThat(QrReader.read(picture)).isEqualTo(page != 1 ? Optional.of(qrText) : Optional.empty());
            }
        }
    }

    @Test
    void isLookedAtWithALongName() throws IOException {
        try (PDDocument document = Loader
                .loadPDF(documents.pdf(Certificates.of(NAMES.get(1).get(0), NAMES.get(1).get(1)),
                        DocumentLanguage.DE))) {
            for (int page = 0; page < 3; page++) {
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 110);
                assertThat(ImageIO.write(picture, "png", target("long-" + (page + 1) + ".png").toFile())).isTrue();
            }
        }
    }

    @Test
    void isTaggedAndNamesItsLanguageAndTitle() throws IOException {
        try (PDDocument document = Loader
                .loadPDF(documents.pdf(Certificates.of("Esonero", "Prova"), DocumentLanguage.FR))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("it");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8)).contains("<pdfaid:part>2<",
                    "<pdfuaid:part>1<");
        }
    }

    @Test
    @DisplayName("a screen reader begins at the cover and meets the health details last, whatever the sheet's folding")
    void isReadInTheOrderOfItsMeaning() throws IOException {
        try (PDDocument document = Loader
                .loadPDF(documents.pdf(Certificates.of("Esonero", "Prova"), DocumentLanguage.IT))) {
            PDFTextStripper asDrawn = new PDFTextStripper();
            asDrawn.setStartPage(3);
            assertThat(asDrawn.getText(document)).containsSubsequence("Repubblica Italiana", "Esonero", "1960-02-29",
                    "Ministero della Salute", "Valida solo in Italia", Certificates.CUEV);
        }
    }

    @Test
    void embedsItsFonts() throws IOException {
        try (PDDocument document = Loader
                .loadPDF(documents.pdf(Certificates.of("Сергеев", "Նարե"), DocumentLanguage.IT))) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("a name that is copied from the document is the name, letter by letter")
    void writesNoLigatures() throws IOException {
        try (PDDocument document = Loader
                .loadPDF(documents.pdf(Certificates.of("Raffifleri", "Fiffi"), DocumentLanguage.IT))) {
            StringBuilder glyphs = new StringBuilder();
            new PDFTextStripper() {

                @Override
                protected void processTextPosition(TextPosition one) {
                    glyphs.append(one.getUnicode());
                }
            }.getText(document);
            assertThat(glyphs).contains("Raffifleri").doesNotContain("\uFB01", "\uFB03");
        }
    }

    @Test
    void saysWhereThereIsNoEnd() throws IOException {
        assertThat(text(documents.pdf(Certificates.of("Esonero", "Prova", Optional.empty()), DocumentLanguage.IT)))
                .contains("senza data di fine · no end date");
    }

    @ParameterizedTest
    @CsvSource({"الأحمد, فاطمة", "כהן, שרה", "王, 小明"})
    void writesANameInTheStandardFormWhereNoFontHasItsScript(String family, String given) throws IOException {
        byte[] pdf = documents.pdf(Certificates.of(family, given), DocumentLanguage.IT);
        assertThat(text(pdf)).contains("STANDARD NAME FORM").doesNotContain(family);
        assertThat(failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void isTheSameEachTime() {
        String qrText = Certificates.of("Esonero", "Prova");
        assertThat(documents.pdf(qrText, DocumentLanguage.DE)).isEqualTo(documents.pdf(qrText, DocumentLanguage.DE))
                .isEqualTo(new CertificateDocuments().pdf(qrText, DocumentLanguage.DE))
                .isNotEqualTo(documents.pdf(qrText, DocumentLanguage.IT));
    }

    @Test
    void isAPictureOfTheSymbolToo() throws IOException {
        String qrText = Certificates.of("Esonero", "Prova");
        assertThat(QrReader.read(ImageIO.read(new ByteArrayInputStream(documents.png(qrText))))).contains(qrText);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HC1:", "HC1:GGW", "text"})
    void isNotMadeOfAnotherText(String text) {
        assertThatThrownBy(() -> documents.pdf(text, DocumentLanguage.IT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> documents.png(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeverPrintedByAccident() {
        assertThat(CertificateView.of(Certificates.of("Esonero", "Prova"), new Typeface()).orElseThrow())
                .hasToString("CertificateView[REDACTED]").extracting(CertificateView::validUntil)
                .isEqualTo(Optional.of(LocalDate.of(2027, 1, 31)));
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream().filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " "
                            + one.getMessage() + " " + one.getLocation().getContext())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String page(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static String lowerHalf(PDDocument document) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion("outside", new Rectangle2D.Double(0, 421, 596, 421));
        stripper.extractRegions(document.getPage(2));
        return stripper.getTextForRegion("outside");
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Path target(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "pages")).resolve(name);
    }
}
