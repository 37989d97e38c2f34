package it.dgc.common.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Version;

/**
 * Where the modules of a symbol lie in a picture that was taken from the side: the plane is turned until what every
 * symbol of a version has in the same place (ISO/IEC 18004, 6.3.3 to 6.3.6) falls on it.
 */
final class GridFit {

    /** Modules from the edge to the middle of a finder pattern. */
    private static final double MIDDLE = 3.5;

    /** Modules by which the fourth corner may be misjudged, since the sizes of the squares tell it only roughly. */
    private static final int MISJUDGED = 5;

    /** Share of the known modules that must agree; half do by chance. */
    private static final double LIKELY = 0.72;

    private static final double[] STEPS = {1, 0.5, 0.25, 0.12};

    private final BitMatrix dark;
    private final int modules;
    private final List<Known> known;
    private final double modulePixels;
    private double[] corners;
    private double agreement;

    private record Known(float x, float y, boolean dark) {}

    private GridFit(BitMatrix dark, Version version, double[] corners) {
        this.dark = dark;
        this.modules = version.getDimensionForVersion();
        this.known = known(version);
        this.corners = corners;
        this.modulePixels = Math.hypot(corners[2] - corners[0], corners[3] - corners[1]) / (modules - 2 * MIDDLE);
        this.agreement = agreement(corners);
    }

    /** The best of the versions that the distance of the squares allows, where it is likely a symbol at all. */
    static Optional<GridFit> of(BitMatrix dark, ResultPoint[] squares) {
        FinderSize size = new FinderSize(dark, squares);
        double[] corners = size.corners();
        return size.versions().map(version -> new GridFit(dark, version, corners.clone()).fitted())
                .filter(fit -> fit.agreement > LIKELY)
                .max((one, other) -> Double.compare(one.agreement, other.agreement));
    }

    int modules() {
        return modules;
    }

    /** From modules, counted from the outer edge of the symbol, to pixels. */
    PerspectiveTransform toPixels() {
        return toPixels(corners);
    }

    private GridFit fitted() {
        searchFourthCorner();
        for (double step : STEPS) {
            climb(step * modulePixels);
        }
        return this;
    }

    private void searchFourthCorner() {
        double[] guess = corners.clone();
        for (int right = -MISJUDGED; right <= MISJUDGED; right++) {
            for (int down = -MISJUDGED; down <= MISJUDGED; down++) {
                double[] moved = guess.clone();
                moved[4] += right * modulePixels;
                moved[5] += down * modulePixels;
                keepIfBetter(moved);
            }
        }
    }

    private void climb(double step) {
        for (int round = 0; round < 4; round++) {
            double before = agreement;
            for (int at = 0; at < corners.length; at++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] moved = corners.clone();
                    moved[at] += sign * step;
                    keepIfBetter(moved);
                }
            }
            if (agreement == before) {
                return;
            }
        }
    }

    private void keepIfBetter(double[] moved) {
        double reached = agreement(moved);
        if (reached > agreement) {
            agreement = reached;
            corners = moved;
        }
    }

    private double agreement(double[] corners) {
        PerspectiveTransform toPixels = toPixels(corners);
        float[] point = new float[2];
        int agreeing = 0;
        for (Known module : known) {
            point[0] = module.x;
            point[1] = module.y;
            toPixels.transformPoints(point);
            if (isDark(point[0], point[1]) == module.dark) {
                agreeing++;
            }
        }
        return (double) agreeing / known.size();
    }

    private boolean isDark(float x, float y) {
        return x >= 0 && y >= 0 && x < dark.getWidth() && y < dark.getHeight() && dark.get((int) x, (int) y);
    }

    private PerspectiveTransform toPixels(double[] c) {
        float near = (float) MIDDLE;
        float far = (float) (modules - MIDDLE);
        return PerspectiveTransform.quadrilateralToQuadrilateral(near, near, far, near, far, far, near, far,
                (float) c[0], (float) c[1], (float) c[2], (float) c[3], (float) c[4], (float) c[5], (float) c[6],
                (float) c[7]);
    }

    private static List<Known> known(Version version) {
        int n = version.getDimensionForVersion();
        List<Known> known = new ArrayList<>();
        Stream.of(new int[]{3, 3}, new int[]{n - 4, 3}, new int[]{3, n - 4})
                .forEach(middle -> rings(known, middle[0], middle[1], 3, 2));
        IntStream.range(8, n - 8).forEach(at -> {
            known.add(new Known(at + 0.5f, 6.5f, at % 2 == 0));
            known.add(new Known(6.5f, at + 0.5f, at % 2 == 0));
        });
        int[] centres = version.getAlignmentPatternCenters();
        for (int x : centres) {
            for (int y : centres) {
                if (!(x < 9 && (y < 9 || y > n - 9)) && !(x > n - 9 && y < 9)) {
                    rings(known, x, y, 2, 1);
                }
            }
        }
        return known;
    }

    /** Concentric squares around a dark middle; only the ring at the given distance is light. */
    private static void rings(List<Known> known, int x, int y, int reach, int light) {
        for (int dx = -reach; dx <= reach; dx++) {
            for (int dy = -reach; dy <= reach; dy++) {
                known.add(new Known(x + dx + 0.5f, y + dy + 0.5f, Math.max(Math.abs(dx), Math.abs(dy)) != light));
            }
        }
    }
}
