package it.dgc.portal.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of the document, embedded as PDF/A asks (ISO 19005-2, 6.2.11.4): Latin, Greek, Cyrillic, Armenian, Georgian. */
final class Typeface {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final List<String> FAMILIES = List.of("NotoSans", "NotoSansArmenian", "NotoSansGeorgian");

    private final List<Face> faces = new ArrayList<>();
    private final List<CmapLookup> characters = new ArrayList<>();

    private record Face(String family, int weight, byte[] file) {}

    Typeface() {
        for (String family : FAMILIES) {
            Face regular = new Face(family, REGULAR, file(family + "-Regular"));
            faces.add(regular);
            faces.add(new Face(family, BOLD, file(family + "-Bold")));
            characters.add(characters(regular.file));
        }
    }

    /** Whether there is a glyph for each character. */
    boolean shows(String text) {
        return text.codePoints().allMatch(c -> characters.stream().anyMatch(font -> font.getGlyphId(c) != 0));
    }

    void addTo(PdfRendererBuilder builder) {
        faces.forEach(face -> builder.useFont(() -> new ByteArrayInputStream(face.file), face.family, face.weight,
                FontStyle.NORMAL, true));
    }

    private static byte[] file(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream("fonts/" + name + ".ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup characters(byte[] file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
