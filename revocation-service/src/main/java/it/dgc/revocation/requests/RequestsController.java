package it.dgc.revocation.requests;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.revocation.requests.reading.RequestReader;
import it.dgc.revocation.requests.reading.RequestReading;
import it.dgc.revocation.requests.register.RequestEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Revocations as Sistema TS communicates them over HTTP (Allegato B, chapter 2). */
@RestController
@RequestMapping(RequestsController.PATH)
final class RequestsController {

    static final String PATH = "/v1/revocations";

    private static final Logger LOG = LoggerFactory.getLogger(RequestsController.class);

    /** Bytes; as much as the generation service reads of a message. One with every field stays below 1 KiB. */
    private static final int LARGEST_BODY = 16 * 1024;
    private static final String UNCODED = "identity";

    private final RequestDesk desk;
    private final RequestsProperties settings;
    private final Clock clock;

    RequestsController(RequestDesk desk, RequestsProperties settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a request to revoke or to restore (Allegato B, chapter 2).
     *
     * <p>In: {@code Idempotency-Key}, 1 to 255 printable characters, a new one for each request, best a random UUID; a
     * JSON object of at most 16 KiB: {@code action} REVOKE or RESTORE; {@code cuev}, {@code uvci} or both, or in their
     * place, to revoke, {@code batch} {doctor, from, until}, everything that a doctor certified from one instant until
     * before the other; {@code reason} CONDITION_ENDED, POSITIVE_TEST or FRAUD, to restore RECOVERED; {@code doctor}
     * {fiscalCode, category}, who communicates it; {@code requestedAt}, ISO 8601 with offset, at most two minutes ahead of us. No
     * other field.
     *
     * <p>Out: 202 with {@code Location} and the {@link RequestStatus}, once the request cannot be lost any more. The same
     * key with the same content gives the same again and has no further effect, also where the first answer was lost.
     *
     * <p>Errors, as problems (RFC 9457): 400, with the name of the {@code field} if it is one; 401 without a caller; 413;
     * 415 for anything but plain JSON; 422 where the key came with another content before; 503 with
     * {@code Retry-After} while store or broker are away: the request may be lost, and is to be sent again with its key.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> submit(HttpServletRequest request, Principal principal) throws IOException {
        String caller = caller(principal);
        Optional<IdempotencyKey> key = key(request);
        if (key.isEmpty()) {
            return invalid(Optional.of(IdempotencyKey.HEADER));
        }
        return switch (RequestReader.read(body(request), clock.instant())) {
            case RequestReading.Refused(Optional<String> field) -> invalid(field);
            case RequestReading.Read read -> answer(stored(() -> desk.submit(caller, key.get(), read.request())));
        };
    }

    /**
     * Tells what came of a request (Allegato B, chapter 2).
     *
     * <p>In: the id out of {@code Location}. Out: 200 with the {@link RequestStatus}. Errors, as problems: 401 without a
     * caller; 404 where there is none, it is another caller's, or its time is over; 503 with {@code Retry-After} while
     * the store is away.
     */
    @GetMapping("/{requestId}")
    ResponseEntity<Object> status(@PathVariable String requestId, Principal principal) {
        String caller = caller(principal);
        RequestEntry entry = stored(() -> desk.find(caller, requestId))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        return json(ResponseEntity.ok(), entry);
    }

    private static String caller(Principal principal) {
        return Optional.ofNullable(principal).map(Principal::getName)
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
    }

    private static Optional<IdempotencyKey> key(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        return given.size() == 1 ? IdempotencyKey.parse(given.getFirst()) : Optional.empty();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (!UNCODED.equalsIgnoreCase(Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                .orElse(UNCODED))) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        return body;
    }

    private <T> T stored(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException storeAway) {
            LOG.warn("the register of requests does not answer: {}",
                    NestedExceptionUtils.getMostSpecificCause(storeAway).getClass().getName());
            throw later();
        }
    }

    private ProblemException later() {
        return new ProblemException(ProblemType.TRY_LATER, settings.retryAfter());
    }

    private ResponseEntity<Object> answer(Submission submission) {
        return switch (submission) {
            case Submission.Taken(RequestEntry entry) ->
                json(ResponseEntity.accepted().location(URI.create(PATH + '/' + entry.requestId())), entry);
            case Submission.KeyReused nothing -> throw new ProblemException(ProblemType.KEY_REUSED);
            case Submission.NotHandedOn nothing -> throw later();
        };
    }

    private static ResponseEntity<Object> json(ResponseEntity.BodyBuilder answer, RequestEntry entry) {
        return answer.cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
                .body(RequestStatus.of(entry));
    }

    private static ResponseEntity<Object> invalid(Optional<String> field) {
        Map<String, Object> members = RequestProblem.invalid(field);
        LOG.info("a request was refused, field {}, trace {}", members.get("field"), members.get("traceId"));
        return ResponseEntity.badRequest().cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE)).body(members);
    }
}
