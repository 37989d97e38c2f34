package it.dgc.common.qr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;

/** The squares in three corners of a symbol (ISO/IEC 18004, 6.3.3), wherever and however many they are in a picture. */
final class FinderSearch extends FinderPatternFinder {

    /** Text, tiles and noise look like squares too; the true ones are crossed by more lines than most of these. */
    private static final int MOST_CROSSED = 9;
    private static final int TRIPLES = 8;

    private static final double LEAST_SINE = 0.6;
    private static final double LARGEST_RATIO = 2.2;

    private FinderSearch(BitMatrix dark) {
        super(dark);
    }

    /** The corners of what may be symbols, top left, top right and bottom left; the likeliest first. */
    static List<ResultPoint[]> corners(BitMatrix dark) {
        FinderSearch search = new FinderSearch(dark);
        int[] runs = new int[5];
        for (int y = 0; y < dark.getHeight(); y += dark.getHeight() > 1000 ? 2 : 1) {
            search.crossings(y, runs);
        }
        return triples(search.getPossibleCenters().stream()
                .sorted(Comparator.comparingInt(FinderPattern::getCount).reversed()).limit(MOST_CROSSED).toList());
    }

    /** Each dark run that ends is looked at together with the four runs before it. */
    private void crossings(int y, int[] runs) {
        BitMatrix dark = getImage();
        Arrays.fill(runs, 0);
        boolean before = false;
        for (int x = 0; x <= dark.getWidth(); x++) {
            boolean now = x < dark.getWidth() && dark.get(x, y);
            if (now != before) {
                if (before && foundPatternCross(runs)) {
                    handlePossibleCenter(runs.clone(), y, x);
                }
                System.arraycopy(runs, 1, runs, 0, 4);
                runs[4] = 0;
                before = now;
            }
            runs[4]++;
        }
    }

    private static List<ResultPoint[]> triples(List<FinderPattern> squares) {
        List<ResultPoint[]> found = new ArrayList<>();
        for (int a = 0; a < squares.size(); a++) {
            for (int b = a + 1; b < squares.size(); b++) {
                for (int c = b + 1; c < squares.size(); c++) {
                    found.add(ordered(squares.get(a), squares.get(b), squares.get(c)));
                }
            }
        }
        return found.stream().filter(FinderSearch::isACorner).sorted(Comparator.comparingDouble(FinderSearch::oddity))
                .limit(TRIPLES).toList();
    }

    private static ResultPoint[] ordered(ResultPoint... squares) {
        ResultPoint.orderBestPatterns(squares);
        return new ResultPoint[]{squares[1], squares[2], squares[0]};
    }

    private static boolean isACorner(ResultPoint[] squares) {
        double right = ResultPoint.distance(squares[0], squares[1]);
        double down = ResultPoint.distance(squares[0], squares[2]);
        return Math.max(down, right) < LARGEST_RATIO * Math.min(down, right) && sine(squares) > LEAST_SINE;
    }

    private static double sine(ResultPoint[] squares) {
        double rightX = squares[1].getX() - squares[0].getX();
        double rightY = squares[1].getY() - squares[0].getY();
        double downX = squares[2].getX() - squares[0].getX();
        double downY = squares[2].getY() - squares[0].getY();
        return (rightX * downY - rightY * downX) / (Math.hypot(rightX, rightY) * Math.hypot(downX, downY));
    }

    /** How far three squares are from having one size, equal distances and a right angle. */
    private static double oddity(ResultPoint[] squares) {
        double[] sizes = Stream.of(squares).map(FinderPattern.class::cast)
                .mapToDouble(FinderPattern::getEstimatedModuleSize).sorted().toArray();
        double right = ResultPoint.distance(squares[0], squares[1]);
        double down = ResultPoint.distance(squares[0], squares[2]);
        return Math.log(sizes[2] / sizes[0]) + Math.abs(Math.log(right / down)) + 1 - sine(squares);
    }
}
