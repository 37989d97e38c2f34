package it.dgc.deploy.benchmarks;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Notification to text and to picture, on one core, beside OpenSSL's signatures and se.digg. */
final class Certificates implements Comparison {

    private static final long SEED = 7;
    private static final double OF_OPENSSL = 0.35;
    private static final double OF_SE_DIGG = 4;
    private static final double PICTURES_OF_SE_DIGG = 40;
    private static final double BYTES = 6 * 1024;
    private static final String PER_CPU_SECOND = "a CPU second";
    private static final String TEXT = "notification to text";
    private static final String OPENSSL = "openssl speed ecdsap256";
    private static final String SE_DIGG = "se.digg dgc-create-validate 1.0.3";
    private static final String OURS = "the service's own intake, derivation, checks and signer, which verifies every sixteenth signature";

    @Override
    public List<Finding> measure(Size size) throws Exception {
        ExemptionNotification notification = notification();
        try (OurRoad ours = new OurRoad(notification.cuev().getBytes(UTF_8), json(notification),
                Files.createTempDirectory("dgc-bench"))) {
            return measure(size, ours, new SeDiggRoad(SigningKey.make(), ours.claims()));
        }
    }

    private static List<Finding> measure(Size size, OurRoad ours, SeDiggRoad theirs) throws Exception {
        List<Double> rates = CpuRate.alternating(size,
                List.of(ours::text, theirs::text, ours::picture, theirs::picture));
        List<Finding> findings = new ArrayList<>();
        findings.add(signatures(size, ours::text));
        findings.add(Finding.atLeast(OF_SE_DIGG, TEXT, SE_DIGG, rates.get(0), rates.get(1),
                PER_CPU_SECOND, OURS + "; the peer is spared the JSON"));
        findings.add(Finding.atLeast(PICTURES_OF_SE_DIGG, "notification to QR PNG", SE_DIGG, rates.get(2),
                rates.get(3), PER_CPU_SECOND, OURS + "; the peer draws an SVG too"));
        findings.add(Finding.atMost(BYTES, "allocated, notification to text", SE_DIGG, CpuRate.allocated(ours::text),
                CpuRate.allocated(theirs::text), "bytes", OURS));
        return findings;
    }

    private static Finding signatures(Size size, Callable<?> ours) throws Exception {
        List<Double> limits = new ArrayList<>();
        List<Double> texts = new ArrayList<>();
        int seconds = (int) Math.max(1, size.round().toSeconds());
        for (int round = 0; round < size.rounds(); round++) {
            OpenSsl.signatures(seconds).ifPresent(limits::add);
            texts.addAll(CpuRate.alternating(new Size(1, size.round(), size.round(), 0, 0), List.of(ours)));
        }
        return limits.isEmpty()
                ? Finding.missing(TEXT, OPENSSL + ", which is not installed here")
                : Finding.atLeast(OF_OPENSSL, TEXT, OPENSSL, Median.of(texts), Median.of(limits), PER_CPU_SECOND, OURS);
    }

    private static ExemptionNotification notification() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Rome"));
        return new SyntheticRegister(SEED).next(Instant.now(),
                Validity.between(today.minusDays(2), today.plusDays(60)));
    }

    private static byte[] json(ExemptionNotification notification) {
        return JsonMapper.builder().changeDefaultPropertyInclusion(
                all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build()
                .writeValueAsBytes(notification);
    }
}
