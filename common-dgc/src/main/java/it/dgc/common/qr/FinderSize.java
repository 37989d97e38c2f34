package it.dgc.common.qr;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Version;

/**
 * What the three squares of a symbol tell by their sizes: those nearer to the camera are larger. Along a line of a plane
 * the local size goes with the square of the nearness, so two squares tell how the line runs on, and three the fourth
 * corner.
 */
final class FinderSize {

    /** Modules from the middle of a finder pattern to its outer edge. */
    private static final double REACH = 3.5;

    private final BitMatrix dark;
    private final ResultPoint topLeft;
    private final ResultPoint topRight;
    private final ResultPoint bottomLeft;
    private final double nearnessRight;
    private final double nearnessDown;
    private final double modules;

    FinderSize(BitMatrix dark, ResultPoint[] squares) {
        this.dark = dark;
        topLeft = squares[0];
        topRight = squares[1];
        bottomLeft = squares[2];
        double leftSize = size(topLeft, topRight);
        double rightSize = size(topRight, topLeft);
        double upperSize = size(topLeft, bottomLeft);
        double lowerSize = size(bottomLeft, topLeft);
        nearnessRight = Math.sqrt(leftSize / rightSize);
        nearnessDown = Math.sqrt(upperSize / lowerSize);
        modules = (ResultPoint.distance(topLeft, topRight) / Math.sqrt(leftSize * rightSize)
                + ResultPoint.distance(topLeft, bottomLeft) / Math.sqrt(upperSize * lowerSize)) / 2 + 2 * REACH;
    }

    /** The nearest version, and the two beside it. */
    Stream<Version> versions() {
        int nearest = (int) Math.round((modules - 17) / 4);
        return IntStream.rangeClosed(nearest - 1, nearest + 1).filter(version -> version >= 1 && version <= 40)
                .mapToObj(Version::getVersionForNumber);
    }

    /** The middles of the squares and, where there is none, of the place for it: x and y, clockwise from top left. */
    double[] corners() {
        double nearness = Math.max(0.3, nearnessRight + nearnessDown - 1);
        double x = nearnessRight * topRight.getX() + nearnessDown * bottomLeft.getX() - topLeft.getX();
        double y = nearnessRight * topRight.getY() + nearnessDown * bottomLeft.getY() - topLeft.getY();
        return new double[]{topLeft.getX(), topLeft.getY(), topRight.getX(), topRight.getY(), x / nearness,
                y / nearness, bottomLeft.getX(), bottomLeft.getY()};
    }

    /** Pixels of a module at one square, on the line to another. */
    private double size(ResultPoint square, ResultPoint other) {
        double length = ResultPoint.distance(square, other);
        double x = (other.getX() - square.getX()) / length;
        double y = (other.getY() - square.getY()) / length;
        return (edge(square, x, y, length / 2) + edge(square, -x, -y, length / 2)) / (2 * REACH);
    }

    /** Pixels to where dark, light and dark have passed. */
    private double edge(ResultPoint from, double x, double y, double furthest) {
        boolean now = true;
        int passed = 0;
        for (double far = 0; far < furthest; far += 0.25) {
            if (isDark(from.getX() + far * x, from.getY() + far * y) != now) {
                now = !now;
                passed++;
            }
            if (passed == 3) {
                return far;
            }
        }
        return furthest;
    }

    private boolean isDark(double x, double y) {
        return x >= 0 && y >= 0 && x < dark.getWidth() && y < dark.getHeight() && dark.get((int) x, (int) y);
    }
}
