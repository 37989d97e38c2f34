package it.dgc.deploy.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

/**
 * Times of several kinds of answers, measured in rounds of one of each (reliability P19). Every kind is compared with every other by
 * Wilcoxon's signed-rank test, and the p-values are corrected for the number of pairs (Holm).
 */
final class PairedTimes {

    private PairedTimes() {}

    /**
     * @param one kind
     * @param other kind
     * @param median of the differences, in milliseconds
     * @param p corrected; small where the difference is no chance
     */
    record Pair(String one, String other, double median, double p) {

        double distance() {
            return Math.abs(median);
        }
    }

    /**
     * @param millis by kind, one a round, in the same order
     * @return all pairs, the farthest apart first
     */
    static List<Pair> compare(Map<String, List<Double>> millis) {
        List<String> kinds = millis.keySet().stream().sorted().toList();
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < kinds.size(); one++) {
            for (int other = one + 1; other < kinds.size(); other++) {
                pairs.add(pair(kinds.get(one), kinds.get(other), millis));
            }
        }
        return corrected(pairs).stream().sorted(Comparator.comparing(Pair::distance).reversed()).toList();
    }

    private static Pair pair(String one, String other, Map<String, List<Double>> millis) {
        double[] a = figures(millis.get(one));
        double[] b = figures(millis.get(other));
        double median = Median.of(IntStream.range(0, a.length).mapToObj(nth -> a[nth] - b[nth]).toList());
        return new Pair(one, other, median, new WilcoxonSignedRankTest().wilcoxonSignedRankTest(a, b, false));
    }

    private static List<Pair> corrected(List<Pair> pairs) {
        List<Pair> byP = pairs.stream().sorted(Comparator.comparing(Pair::p)).toList();
        List<Pair> corrected = new ArrayList<>();
        double least = 0;
        for (int rank = 0; rank < byP.size(); rank++) {
            Pair pair = byP.get(rank);
            least = Math.max(least, Math.min(1, pair.p() * (byP.size() - rank)));
            corrected.add(new Pair(pair.one(), pair.other(), pair.median(), least));
        }
        return corrected;
    }

    private static double[] figures(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
