package it.dgc.revocation.drl.http;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.MinistryError;
import it.dgc.revocation.DrlProperties;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.Transfer;
import it.dgc.revocation.drl.served.NewerVersions;
import it.dgc.revocation.drl.served.ServedList;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The list for the verifiers (Allegato B, chapter 2; VerificaC19 protocol, sections 1 and 2). */
@RestController
@RequestMapping("/v1/dgc/drl")
final class DrlController {

    /** Caches revalidate: no URL here has the newest version in it (D8). */
    static final String REVALIDATED = CacheControl.noCache().getHeaderValue();

    private final ServedList served;
    private final NewerVersions newer;
    private final DrlProperties settings;
    private final Clock clock;

    DrlController(ServedList served, NewerVersions newer, DrlProperties settings, Clock clock) {
        this.served = served;
        this.newer = newer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tells how much a client has to download to come to the newest version.
     *
     * <p>In: {@code version}, what the client holds, and {@code chunk}, where it stands; both optional, other parameters
     * are ignored. Out: 200 with the metadata of the whole list or of the delta from that version, and an {@code ETag};
     * 304 where the caller has that answer. Errors, as {@link MinistryError}: 400 only where version or chunk is not one
     * whole number or there is no such; 503 with {@code Retry-After} while there is no list, or it cannot be known
     * whether the version exists.
     */
    @GetMapping("/check")
    ResponseEntity<byte[]> check(HttpServletRequest request, WebRequest conditions) {
        return answer(request, (list, asked, transfer) -> {
            Envelope envelope = new Envelope(list, asked, transfer);
            return ok(conditions, envelope.tag("check"), AcceptedCoding.IDENTITY, envelope::check);
        });
    }

    /**
     * Hands out one chunk of the whole list, or of the delta from the version that the client holds.
     *
     * <p>In and errors: as for {@link #check}; {@code Accept-Encoding} with gzip, optional. Out: 200 with
     * {@code revokedUcvi}, or {@code delta} with {@code insertions} and {@code deletions}, never both (I8), and an
     * {@code ETag}; to whoever holds the newest version an empty delta. 304 where the caller has that answer. With a chunk of
     * the whole list the edge is told how long it may keep it.
     */
    @GetMapping
    ResponseEntity<byte[]> chunk(HttpServletRequest request, HttpServletResponse response, WebRequest conditions,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) String accepted) {
        AcceptedCoding coding = AcceptedCoding.of(accepted);
        return answer(request, (list, asked, transfer) -> {
            Envelope envelope = new Envelope(list, asked, transfer);
            ResponseEntity<byte[]> answer = ok(conditions, envelope.tag(coding), coding,
                    () -> body(list, asked, transfer, coding));
            if (answer != null && asked.held() == 0) {
                CacheInFront.tell(served, list, response);
            }
            return answer;
        });
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Answer answer) {
        return switch (DrlQuery.read(request.getQueryString())) {
            case DrlQuery.Malformed(MinistryError error) -> refused(HttpStatus.BAD_REQUEST, error);
            case DrlQuery.Asked asked -> answer(asked, answer);
        };
    }

    private ResponseEntity<byte[]> answer(DrlQuery.Asked asked, Answer answer) {
        boolean isThere = served.version().flatMap(version -> impossible(version, asked)).isEmpty();
        // Another instance may be ahead of this one.
        NewerVersions.Look look = isThere ? NewerVersions.Look.UP_TO_DATE : newer.look();
        Optional<ListVersion> list = isThere ? served.version() : served.newest();
        Optional<MinistryError> error = list.flatMap(version -> impossible(version, asked));
        if (list.isEmpty() || error.isPresent() && look == NewerVersions.Look.UNKNOWN) {
            return unavailable();
        }
        return error.map(refusal -> refused(HttpStatus.BAD_REQUEST, refusal))
                .orElseGet(() -> answer.of(list.get(), asked, list.get().since(asked.held())));
    }

    private static Optional<MinistryError> impossible(ListVersion list, DrlQuery.Asked asked) {
        if (asked.held() > list.mark().version()) {
            return Optional.of(DrlQuery.BAD_VERSION);
        }
        return asked.chunk() > list.since(asked.held()).chunks()
                ? Optional.of(DrlQuery.BAD_CHUNK)
                : Optional.empty();
    }

    private static byte[] body(ListVersion list, DrlQuery.Asked asked, Transfer transfer, AcceptedCoding coding) {
        Envelope envelope = new Envelope(list, asked, transfer);
        byte[] before = envelope.before();
        byte[] after = envelope.after();
        return switch (coding) {
            case GZIP -> GzipBody.of(before, list.packed(transfer, asked.chunk()), after).bytes();
            case IDENTITY -> joined(before, transfer.plain(asked.chunk()), after);
        };
    }

    private ResponseEntity<byte[]> ok(WebRequest conditions, String tag, AcceptedCoding coding,
            Supplier<byte[]> body) {
        if (conditions.checkNotModified(tag)) {
            return null; // the status and the tag are set
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .varyBy(HttpHeaders.ACCEPT_ENCODING).contentType(MediaType.APPLICATION_JSON);
        if (coding == AcceptedCoding.GZIP) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        served.now().unconfirmedSince().ifPresent(since -> answer.header(HttpHeaders.AGE,
                Long.toString(Math.max(0, Duration.between(since, clock.instant()).toSeconds()))));
        return answer.body(body.get());
    }

    private ResponseEntity<byte[]> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()))
                .cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
                .body(DrlAdvice.NO_LIST.json());
    }

    private static ResponseEntity<byte[]> refused(HttpStatus status, MinistryError error) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON).body(error.json());
    }

    private static byte[] joined(byte[] before, byte[] text, byte[] after) {
        return ByteBuffer.allocate(before.length + text.length + after.length).put(before).put(text).put(after)
                .array();
    }

    private interface Answer {
        ResponseEntity<byte[]> of(ListVersion list, DrlQuery.Asked asked, Transfer transfer);
    }
}
