package it.dgc.portal.rendering;

import java.io.IOException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** Ticks at the edges and a cross in the middle of the sheet, drawn as an artifact, which no screen reader tells. */
final class FoldMarks {

    /** Points: 5 mm. */
    private static final float TICK = 14.17f;

    private FoldMarks() {}

    static void drawOn(PDDocument document, PDPage sheet) throws IOException {
        float width = sheet.getMediaBox().getWidth();
        float height = sheet.getMediaBox().getHeight();
        try (PDPageContentStream pen = new PDPageContentStream(document, sheet, AppendMode.APPEND, true, true)) {
            pen.beginMarkedContent(COSName.getPDFName("Artifact"));
            pen.setStrokingColor(0.4f, 0.45f, 0.5f);
            pen.setLineWidth(0.5f);
            line(pen, 0, height / 2, TICK, height / 2);
            line(pen, width - TICK, height / 2, width, height / 2);
            line(pen, width / 2, 0, width / 2, TICK);
            line(pen, width / 2, height - TICK, width / 2, height);
            line(pen, (width - TICK) / 2, height / 2, (width + TICK) / 2, height / 2);
            line(pen, width / 2, (height - TICK) / 2, width / 2, (height + TICK) / 2);
            pen.endMarkedContent();
        }
    }

    private static void line(PDPageContentStream pen, float x, float y, float toX, float toY) throws IOException {
        pen.moveTo(x, y);
        pen.lineTo(toX, toY);
        pen.stroke();
    }
}
