package it.dgc.common.qr;

import java.awt.image.BufferedImage;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;

/** A picture as the reader looks at it: grey, opaque, and in the sizes and at the angles that are worth a look. */
final class Luminance {

    private static final int WHITE = 0xFF;

    private final int width;
    private final int height;
    private final byte[] shades;

    private Luminance(int width, int height, byte[] shades) {
        this.width = width;
        this.height = height;
        this.shades = shades;
    }

    static Luminance of(BufferedImage image) {
        int width = image.getWidth();
        int[] line = new int[width];
        byte[] shades = new byte[width * image.getHeight()];
        for (int at = 0; at < shades.length; at++) {
            if (at % width == 0) {
                image.getRGB(0, at / width, width, 1, line, 0, width);
            }
            shades[at] = (byte) shadeOnWhite(line[at % width]);
        }
        return new Luminance(width, image.getHeight(), shades);
    }

    int longerSide() {
        return Math.max(width, height);
    }

    LuminanceSource source() {
        return new PlanarYUVLuminanceSource(shades, width, height, 0, 0, width, height, false);
    }

    /** Each pixel the mean of four, which also takes the grain out of a photograph. */
    Luminance halved() {
        int w = Math.max(1, width / 2);
        int h = Math.max(1, height / 2);
        byte[] half = new byte[w * h];
        for (int at = 0; at < half.length; at++) {
            half[at] = (byte) between(at % w * 2 + 0.5, at / w * 2 + 0.5);
        }
        return new Luminance(w, h, half);
    }

    /** Each pixel the mean of the nine around it: takes out grain where halving would leave too few pixels a module. */
    Luminance smoothed() {
        byte[] smooth = new byte[shades.length];
        for (int at = 0; at < smooth.length; at++) {
            smooth[at] = (byte) mean(at % width, at / width);
        }
        return new Luminance(width, height, smooth);
    }

    Luminance inverted() {
        byte[] inverted = new byte[shades.length];
        for (int at = 0; at < inverted.length; at++) {
            inverted[at] = (byte) ~shades[at];
        }
        return new Luminance(width, height, inverted);
    }

    /** Drawn anew on a sheet of white that holds it, with shades in between where pixels fall between. */
    Luminance redrawn(double scale, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees)) / scale;
        double sin = Math.sin(Math.toRadians(degrees)) / scale;
        int w = (int) Math.ceil(scale * scale * (width * Math.abs(cos) + height * Math.abs(sin)));
        int h = (int) Math.ceil(scale * scale * (width * Math.abs(sin) + height * Math.abs(cos)));
        byte[] anew = new byte[w * h];
        for (int at = 0; at < anew.length; at++) {
            double x = at % w - (w - 1) / 2.0;
            double y = at / w - (h - 1) / 2.0;
            anew[at] = (byte) between(cos * x + sin * y + (width - 1) / 2.0, cos * y - sin * x + (height - 1) / 2.0);
        }
        return new Luminance(w, h, anew);
    }

    /** The shade at a point between four pixels, each weighed by its nearness. */
    int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        double upper = shade(left, top) * (1 - right) + shade(left + 1, top) * right;
        double lower = shade(left, top + 1) * (1 - right) + shade(left + 1, top + 1) * right;
        return (int) (upper * (1 - below) + lower * below + 0.5);
    }

    private int mean(int x, int y) {
        int sum = 0;
        for (int part = 0; part < 9; part++) {
            sum += shade(x + part % 3 - 1, y + part / 3 - 1);
        }
        return sum / 9;
    }

    private int shade(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : shades[y * width + x] & WHITE;
    }

    private static int shadeOnWhite(int argb) {
        int opacity = argb >>> 24;
        int shade = ((argb >> 16 & WHITE) + (argb >> 8 & WHITE) + (argb & WHITE)) / 3;
        return (shade * opacity + WHITE * (WHITE - opacity)) / WHITE;
    }
}
