package it.dgc.portal.captcha.senses;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Random;

/** A wave through everything, so that the digits stand on no straight line. */
final class Bend {

    /** Pixels up and down. */
    private static final double HEIGHT = 6;
    private static final double SHORTEST = 90;
    private static final double LONGEST = 160;
    /** Coordinates of the three points of a cubic curve. */
    private static final int MOST_COORDINATES = 6;

    private final double length;
    private final double begin;

    Bend(Random random) {
        this.length = SHORTEST + random.nextDouble() * (LONGEST - SHORTEST);
        this.begin = random.nextDouble() * 2 * Math.PI;
    }

    Shape of(Shape shape) {
        Path2D bent = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] points = new double[MOST_COORDINATES];
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            int part = parts.currentSegment(points);
            for (int x = 0; x < points.length; x += 2) {
                points[x + 1] += HEIGHT * Math.sin(begin + points[x] * 2 * Math.PI / length);
            }
            append(bent, part, points);
        }
        return bent;
    }

    private static void append(Path2D path, int part, double[] to) {
        switch (part) {
            case PathIterator.SEG_MOVETO -> path.moveTo(to[0], to[1]);
            case PathIterator.SEG_LINETO -> path.lineTo(to[0], to[1]);
            case PathIterator.SEG_QUADTO -> path.quadTo(to[0], to[1], to[2], to[3]);
            case PathIterator.SEG_CUBICTO -> path.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
            default -> path.closePath();
        }
    }
}
