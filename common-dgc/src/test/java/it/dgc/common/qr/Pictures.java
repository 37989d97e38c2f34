package it.dgc.common.qr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

/** What happens to a picture between the platform and a reader. */
final class Pictures {

    private Pictures() {}

    static BufferedImage decoded(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage of(QrSymbol symbol) {
        return decoded(symbol.png());
    }

    static BufferedImage scaled(BufferedImage image, double factor) {
        return drawn(image, (int) (image.getWidth() * factor), (int) (image.getHeight() * factor),
                AffineTransform.getScaleInstance(factor, factor));
    }

    /** On a larger sheet of paper, turned around its centre. */
    static BufferedImage turned(BufferedImage image, double degrees) {
        int side = (int) (image.getWidth() * 1.6);
        AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), side / 2.0, side / 2.0);
        turn.translate((side - image.getWidth()) / 2.0, (side - image.getHeight()) / 2.0);
        return drawn(image, side, side, turn);
    }

    static BufferedImage mirrored(BufferedImage image, boolean sideways) {
        AffineTransform mirror = sideways
                ? new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0)
                : new AffineTransform(1, 0, 0, -1, 0, image.getHeight());
        return drawn(image, image.getWidth(), image.getHeight(), mirror);
    }

    /** Seen from the side, as a sheared picture approximates. */
    static BufferedImage slanted(BufferedImage image) {
        AffineTransform slant = AffineTransform.getShearInstance(0.15, 0.08);
        return drawn(image, (int) (image.getWidth() * 1.3), (int) (image.getHeight() * 1.3), slant);
    }

    static BufferedImage blurred(BufferedImage image, int pixels) {
        float[] box = new float[pixels * pixels];
        Arrays.fill(box, 1f / box.length);
        return new ConvolveOp(new Kernel(pixels, pixels, box), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    /** Darker towards one corner, with grain: a photograph in a dim room. */
    static BufferedImage dim(BufferedImage image) {
        Random grain = new Random(7);
        BufferedImage dim = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double light = 0.9 - 0.5 * (x + y) / (image.getWidth() + image.getHeight());
                int shade = (int) ((image.getRGB(x, y) & 0xFF) * 0.8 * light) + 15 + grain.nextInt(12);
                dim.setRGB(x, y, new Color(shade, shade, shade).getRGB());
            }
        }
        return dim;
    }

    static BufferedImage inverted(BufferedImage image) {
        BufferedImage inverted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inverted.setRGB(x, y, ~image.getRGB(x, y));
            }
        }
        return inverted;
    }

    /** Dark modules opaque, light ones not there at all. */
    static BufferedImage transparent(BufferedImage image) {
        BufferedImage glass = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                glass.setRGB(x, y, (image.getRGB(x, y) & 1) == 1 ? 0 : 0xFF000000);
            }
        }
        return glass;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, AffineTransform how) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, how, null);
        pen.dispose();
        return sheet;
    }
}
