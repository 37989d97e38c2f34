package it.dgc.deploy.local.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a load measured.
 *
 * @param sent notifications sent
 * @param refused of these, the dead letters, counted by reason
 * @param seconds from the first notification sent to the last certificate's event
 * @param latencies milliseconds from each notification to its certificate's event
 */
public record LoadReport(int sent, Map<String, Long> refused, double seconds, long[] latencies) {

    /** Keeps copies, the latencies sorted. */
    public LoadReport {
        refused = new TreeMap<>(refused);
        latencies = latencies.clone();
        Arrays.sort(latencies);
    }

    /** @return a copy */
    @Override
    public long[] latencies() {
        return latencies.clone();
    }

    /** @return certificates a second */
    public double throughput() {
        return latencies.length / Math.max(seconds, 0.001);
    }

    /**
     * @param percent 0 to 100
     * @return the latency in milliseconds that so many per cent of the certificates did not exceed; 0 where there is none
     */
    public long percentile(double percent) {
        if (latencies.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * latencies.length);
        return latencies[Math.max(rank, 1) - 1];
    }

    /** @return whether every notification became a certificate */
    public boolean isComplete() {
        return latencies.length == sent;
    }

    /** @return a few lines for people */
    public String text() {
        return String.format(Locale.ROOT, "%d sent, %d issued, %d refused in %.1f s: %.0f certificates/s%n"
                + "latency from notification to ISSUED event: p50 %d ms, p95 %d ms, p99 %d ms, max %d ms", sent,
                latencies.length, refused.values().stream().mapToLong(Long::longValue).sum(), seconds, throughput(),
                percentile(50), percentile(95), percentile(99),
                percentile(100))
                + refused.entrySet().stream()
                        .map(one -> String.format("%nrefused: %s %d", one.getKey(), one.getValue()))
                        .collect(Collectors.joining());
    }
}
