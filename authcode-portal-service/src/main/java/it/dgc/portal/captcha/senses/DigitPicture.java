package it.dgc.portal.captcha.senses;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws digits by their outlines: each turned, scaled and shifted, all of them bent, with lines across. Dark on white, at more
 * than the 4.5 to 1 of WCAG 2.2, 1.4.3.
 */
public final class DigitPicture {

    /** Liberation Sans (SIL Open Font License 1.1), which PDFBox brings. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int WIDTH = 300;
    private static final int HEIGHT = 96;
    private static final int MARGIN = 18;
    /** Pixels from foot to head. */
    private static final double DIGIT_HEIGHT = 50;
    private static final Color INK = new Color(0x17, 0x24, 0x3d);
    private static final Color LINES = new Color(0x6b, 0x75, 0x88);
    private static final int LINE_COUNT = 4;
    private static final int SPECKS = 120;

    private final Map<Character, Shape> outlines;

    private DigitPicture(Map<Character, Shape> outlines) {
        this.outlines = outlines;
    }

    /** @throws UncheckedIOException if the font cannot be read */
    public static DigitPicture load() {
        try (InputStream resource = DigitPicture.class.getResourceAsStream(FONT);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource))) {
            Map<Character, Shape> outlines = new HashMap<>();
            for (char digit = '0'; digit <= '9'; digit++) {
                outlines.put(digit, upright(font, digit));
            }
            return new DigitPicture(outlines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param digits what to draw
     * @param seed of all that is left to chance
     * @return a PNG, always the same for the same digits and seed
     */
    public byte[] png(String digits, long seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, WIDTH, HEIGHT);
        Random random = new Random(seed);
        disturb(paper, random);
        paper.setColor(INK);
        paper.fill(new Bend(random).of(line(digits, random)));
        paper.dispose();
        return png(image);
    }

    private Shape line(String digits, Random random) {
        double cell = (WIDTH - 2.0 * MARGIN) / digits.length();
        Path2D line = new Path2D.Double();
        for (int i = 0; i < digits.length(); i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(
                    MARGIN + cell * (i + 0.5) + between(random, -0.08, 0.08) * cell,
                    HEIGHT / 2.0 + between(random, -8, 8));
            place.rotate(between(random, -0.3, 0.3));
            place.shear(between(random, -0.15, 0.15), 0);
            double scale = DIGIT_HEIGHT * between(random, 0.9, 1.15);
            place.scale(scale, scale);
            line.append(place.createTransformedShape(outlines.get(digits.charAt(i))), false);
        }
        return line;
    }

    private static void disturb(Graphics2D paper, Random random) {
        paper.setColor(LINES);
        for (int i = 0; i < SPECKS; i++) {
            paper.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 2, 2);
        }
        paper.setStroke(new BasicStroke(1.6f));
        for (int i = 0; i < LINE_COUNT; i++) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(0, random.nextInt(HEIGHT));
            wave.curveTo(WIDTH / 3.0, random.nextInt(HEIGHT), WIDTH * 2 / 3.0, random.nextInt(HEIGHT), WIDTH,
                    random.nextInt(HEIGHT));
            paper.draw(wave);
        }
    }

    /** @return the outline, one unit high, its middle at the origin, its head up as pictures have it */
    private static Shape upright(TrueTypeFont font, char digit) throws IOException {
        int glyph = font.getUnicodeCmapLookup().getGlyphId(digit);
        Shape outline = font.getGlyph().getGlyph(glyph).getPath();
        Rectangle2D box = outline.getBounds2D();
        AffineTransform unit = AffineTransform.getScaleInstance(1 / box.getHeight(), -1 / box.getHeight());
        unit.translate(-box.getCenterX(), -box.getCenterY());
        return unit.createTransformedShape(outline);
    }

    private static double between(Random random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
