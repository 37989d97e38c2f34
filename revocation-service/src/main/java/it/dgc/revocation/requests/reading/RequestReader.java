package it.dgc.revocation.requests.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.common.messages.RevocationRequest.Batch;
import it.dgc.common.uvci.Uvci;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads a request to revoke or to restore as strictly as the generation service does (Allegato B, chapter 2): what is
 * accepted here must not be set aside there, where the caller would never hear of it.
 */
public final class RequestReader {

    /** How far Sistema TS may be ahead of us (architecture D2). */
    private static final Duration SENDER_AHEAD = Duration.ofMinutes(2);
    /** What the generation service tolerates. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    private static final String REVOKE = "REVOKE";
    private static final String RESTORE = "RESTORE";
    private static final Set<String> GROUNDS = Set.of("CONDITION_ENDED", "POSITIVE_TEST", "FRAUD");
    private static final Set<String> RECOVERED = Set.of("RECOVERED");
    private static final Set<String> CATEGORIES = Set.of("MMG", "PLS", "SSR_FACILITY", "USMAF", "SASN");

    private RequestReader() {}

    /**
     * @param body JSON in UTF-8
     * @param now the present: nothing was received, or certified, later
     */
    public static RequestReading read(byte[] body, Instant now) {
        try {
            RequestBody read = RequestBody.read(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
            check(read, now);
            return new RequestReading.Read(new RevocationRequest(RevocationRequest.SCHEMA_VERSION, null, read.action(),
                    read.cuev(), read.uvci(), read.batch(), read.reason(), read.doctor(), read.requestedAt()));
        } catch (CharacterCodingException notUtf8) {
            return new RequestReading.Refused(Optional.empty());
        } catch (RefusedException e) {
            return new RequestReading.Refused(Optional.ofNullable(e.getMessage()));
        }
    }

    private static void check(RequestBody body, Instant now) throws RefusedException {
        Instant requestedAt = Checks.instant("requestedAt", body.requestedAt());
        Checks.that("requestedAt", !requestedAt.isAfter(now.plus(SENDER_AHEAD)));
        Checks.oneOf("action", body.action(), Set.of(REVOKE, RESTORE));
        Checks.oneOf("reason", body.reason(), body.action().equals(REVOKE) ? GROUNDS : RECOVERED);
        doctor(body.doctor());
        target(body, requestedAt.isBefore(now) ? requestedAt : now);
    }

    private static void doctor(Doctor doctor) throws RefusedException {
        Checks.that("doctor", doctor != null);
        Checks.person("doctor.fiscalCode", doctor.fiscalCode());
        Checks.oneOf("doctor.category", doctor.category(), CATEGORIES);
    }

    private static void target(RequestBody body, Instant latest) throws RefusedException {
        Checks.that("cuev", body.cuev() == null || Cuev.parse(body.cuev()).isPresent());
        Checks.that("uvci", body.uvci() == null || Uvci.parse(body.uvci()).isPresent());
        boolean one = body.cuev() != null || body.uvci() != null;
        Checks.that(one ? "batch" : "cuev", one == (body.batch() == null));
        if (!one) {
            Checks.that("batch", body.action().equals(REVOKE));
            batch(body.batch(), latest);
        }
    }

    /** It is of what was certified, not of what will be, give or take a minute between the clocks. */
    private static void batch(Batch batch, Instant latest) throws RefusedException {
        Checks.person("batch.doctor", batch.doctor());
        Instant from = Checks.instant("batch.from", batch.from());
        Instant until = Checks.instant("batch.until", batch.until());
        Checks.that("batch.until", from.isBefore(until) && !until.isAfter(latest.plus(CLOCK_TOLERANCE)));
    }
}
