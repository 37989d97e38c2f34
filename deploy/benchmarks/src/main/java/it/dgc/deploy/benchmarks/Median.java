package it.dgc.deploy.benchmarks;

import java.util.Collection;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** The middle of some figures. */
final class Median {

    private static final double HALF = 50;

    private Median() {}

    static double of(Collection<Double> figures) {
        return new Percentile().evaluate(figures.stream().mapToDouble(Double::doubleValue).toArray(), HALF);
    }
}
