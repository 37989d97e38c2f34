package it.dgc.common.qr;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * How a print of a symbol is photographed: a pinhole camera over a sheet of paper with text beside the symbol, on a desk.
 *
 * @param width pixels
 * @param height pixels
 * @param module pixels of a module in the middle of the symbol
 * @param turn degrees in the plane of the paper
 * @param tilt degrees out of it
 * @param blur standard deviation of the lens's error, in pixels
 * @param noise standard deviation of the sensor's error, in shades
 * @param contrast shades between ink and paper where the light is best
 * @param shadow share of the light that is missing at the dark end of the picture, 0 to 1
 * @param seed of everything that chance decides: the side of the tilt, of the shadow, where the symbol lies, the text
 */
record Photograph(int width, int height, double module, double turn, double tilt, double blur, double noise,
        double contrast, double shadow, long seed) {

    private static final double DISTANCE_IN_SIDES = 2.2;
    private static final double PAPER = 1;
    private static final double INK = 0;
    private static final double DESK = 0.55;

    static Photograph of(int width, int height, double module) {
        return new Photograph(width, height, module, 0, 0, 0, 0, 190, 0, 1);
    }

    Photograph turned(double degrees) {
        return new Photograph(width, height, module, degrees, tilt, blur, noise, contrast, shadow, seed);
    }

    Photograph tilted(double degrees) {
        return new Photograph(width, height, module, turn, degrees, blur, noise, contrast, shadow, seed);
    }

    Photograph blurred(double pixels) {
        return new Photograph(width, height, module, turn, tilt, pixels, noise, contrast, shadow, seed);
    }

    Photograph noisy(double shades) {
        return new Photograph(width, height, module, turn, tilt, blur, shades, contrast, shadow, seed);
    }

    Photograph lit(double shades, double missing) {
        return new Photograph(width, height, module, turn, tilt, blur, noise, shades, missing, seed);
    }

    Photograph seeded(long chance) {
        return new Photograph(width, height, module, turn, tilt, blur, noise, contrast, shadow, chance);
    }

    BufferedImage of(QrSymbol symbol) {
        float[] shades = blurred(exposed(symbol));
        Random grain = new Random(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int at = 0; at < shades.length; at++) {
            double shade = shades[at] + grain.nextGaussian() * noise;
            picture.getRaster().setSample(at % width, at / width, 0, (int) Math.clamp(Math.round(shade), 0L, 255L));
        }
        return picture;
    }

    private float[] exposed(QrSymbol symbol) {
        SplittableRandom chance = new SplittableRandom(seed);
        double[] toPaper = toPaper(symbol.modules(), chance.nextDouble(2 * Math.PI));
        double half = symbol.modules() * module * 0.75;
        double centreX = width / 2.0 + (chance.nextDouble() - 0.5) * Math.max(0, width - 2 * half);
        double centreY = height / 2.0 + (chance.nextDouble() - 0.5) * Math.max(0, height - 2 * half);
        double side = chance.nextDouble(2 * Math.PI);
        float[] shades = new float[width * height];
        for (int at = 0; at < shades.length; at++) {
            double light = light(at % width, at / width, side);
            shades[at] = (float) (light * (25 + contrast * seen(symbol, toPaper, at % width - centreX,
                    at / width - centreY)));
        }
        return shades;
    }

    private double light(int x, int y, double side) {
        double along = (Math.cos(side) * (2.0 * x / width - 1) + Math.sin(side) * (2.0 * y / height - 1)) / 1.5;
        return 1 - shadow * Math.clamp(0.5 + along, 0, 1);
    }

    /** The mean of four points of the pixel. */
    private double seen(QrSymbol symbol, double[] h, double x, double y) {
        double sum = 0;
        for (int part = 0; part < 4; part++) {
            double px = x + (part % 2 - 0.5) / 2;
            double py = y + (part / 2 - 0.5) / 2;
            double w = h[6] * px + h[7] * py + h[8];
            sum += w <= 0
                    ? DESK
                    : inked(symbol, (h[0] * px + h[1] * py + h[2]) / w, (h[3] * px + h[4] * py + h[5]) / w);
        }
        return sum / 4;
    }

    /** What stands at a point of the desk, in modules from the middle of the symbol. */
    private double inked(QrSymbol symbol, double u, double v) {
        int n = symbol.modules();
        int x = (int) Math.floor(u + n / 2.0);
        int y = (int) Math.floor(v + n / 2.0);
        if (x >= 0 && y >= 0 && x < n && y < n) {
            return symbol.dark(x, y) ? INK : PAPER;
        }
        if (Math.abs(u) > n * 1.1 || v < -n * 0.8 || v > n * 1.6) {
            return DESK;
        }
        return letters(x, y) ? INK : PAPER;
    }

    /** Lines of something like text, four modules apart. */
    private boolean letters(int x, int y) {
        return Math.floorMod(y, 4) < 2 && (x * 0x9E3779B97F4A7C15L + Math.floorDiv(y, 4) * 0xC2B2AE3D27D4EB4FL
                + seed >>> 41 & 3) == 0;
    }

    /** From the picture, in pixels around the symbol's middle, to the paper: the inverse of the camera's projection. */
    private double[] toPaper(int modules, double axis) {
        double a = Math.toRadians(turn);
        double t = Math.toRadians(tilt);
        double away = modules * DISTANCE_IN_SIDES;
        double focus = away * module;
        double[] right = tiltedPoint(Math.cos(a), Math.sin(a), axis, t);
        double[] down = tiltedPoint(-Math.sin(a), Math.cos(a), axis, t);
        return inverse(
                new double[]{focus * right[0], focus * down[0], 0, focus * right[1], focus * down[1], 0, right[2],
                        down[2], away});
    }

    private static double[] tiltedPoint(double x, double y, double axis, double tilt) {
        double along = x * Math.cos(axis) + y * Math.sin(axis);
        double across = -x * Math.sin(axis) + y * Math.cos(axis);
        double near = across * Math.cos(tilt);
        return new double[]{along * Math.cos(axis) - near * Math.sin(axis), along * Math.sin(axis)
                + near * Math.cos(axis), across * Math.sin(tilt)};
    }

    private static double[] inverse(double[] m) {
        return new double[]{m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
                m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
                m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
    }

    private float[] blurred(float[] sharp) {
        return blur == 0 ? sharp : along(along(sharp, 1, width), width, height);
    }

    private float[] along(float[] from, int step, int length) {
        int reach = (int) Math.ceil(3 * blur);
        float[] to = new float[from.length];
        for (int at = 0; at < from.length; at++) {
            int place = step == 1 ? at % width : at / width;
            double sum = 0;
            double weights = 0;
            for (int d = Math.max(-reach, -place); d <= Math.min(reach, length - 1 - place); d++) {
                double weight = Math.exp(-d * d / (2 * blur * blur));
                sum += weight * from[at + d * step];
                weights += weight;
            }
            to[at] = (float) (sum / weights);
        }
        return to;
    }
}
