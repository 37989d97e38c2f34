package it.dgc.common.qr;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;

/**
 * The shades of a symbol's modules, which tell dark from light where single pixels do not: the mean of a module has less
 * grain, its neighbours give back what a blur has spread over them, and what is dark is judged by the modules around.
 */
final class ModuleGrid {

    private static final int NEIGHBOURHOOD = 4;
    private static final double[] SHARPENINGS = {0, 0.5, 1, 2};
    private static final float[] POINTS = {0.3f, 0.5f, 0.7f};

    private final int side;
    private final double[] shades;

    private ModuleGrid(int side, double[] shades) {
        this.side = side;
        this.shades = shades;
    }

    static ModuleGrid of(Luminance picture, GridFit fit) {
        int side = fit.modules();
        PerspectiveTransform toPixels = fit.toPixels();
        double[] shades = new double[side * side];
        for (int at = 0; at < shades.length; at++) {
            shades[at] = mean(picture, toPixels, at % side, at / side);
        }
        return new ModuleGrid(side, shades);
    }

    private static double mean(Luminance picture, PerspectiveTransform toPixels, int x, int y) {
        float[] points = new float[2 * POINTS.length * POINTS.length];
        for (int at = 0; at < points.length; at += 2) {
            points[at] = x + POINTS[at / 2 % POINTS.length];
            points[at + 1] = y + POINTS[at / 2 / POINTS.length];
        }
        toPixels.transformPoints(points);
        double sum = 0;
        for (int at = 0; at < points.length; at += 2) {
            // The centre of a pixel has whole coordinates there and halves here.
            sum += picture.between(points[at] - 0.5, points[at + 1] - 0.5);
        }
        return sum / (POINTS.length * POINTS.length);
    }

    /** As it is, and under stronger and stronger correction of blur. */
    Stream<BitMatrix> readings() {
        return DoubleStream.of(SHARPENINGS).mapToObj(this::reading);
    }

    private BitMatrix reading(double sharpening) {
        BitMatrix dark = new BitMatrix(side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double shade = shades[y * side + x];
                double sharper = shade + sharpening * (shade - mean(x, y, 1));
                if (sharper < mean(x, y, NEIGHBOURHOOD)) {
                    dark.set(x, y);
                }
            }
        }
        return dark;
    }

    private double mean(int x, int y, int reach) {
        double sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - reach); v <= Math.min(side - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(side - 1, x + reach); u++) {
                sum += shades[v * side + u];
                count++;
            }
        }
        return sum / count;
    }
}
