package it.dgc.rules.settings.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.rules.RulesProperties;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.served.PublishedRules;
import it.dgc.rules.settings.versions.Decision;
import it.dgc.rules.settings.versions.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where operators change the rules, two persons a version (D03, T07).
 *
 * <p>Errors are problems (RFC 9457). 400 and 409 have a member {@code reasons}: a list of objects with {@code code} and,
 * where it is about a rule, {@code type} and {@code name}. 401 without a name, 503 while the store does not answer.
 */
@RestController
@RequestMapping(RuleOperationsController.PATH)
final class RuleOperationsController {

    static final String PATH = "/v1/operations/rules";

    private static final Logger LOG = LoggerFactory.getLogger(RuleOperationsController.class);

    /** Bytes; twice the largest rule set, for the white space of whoever writes by hand. */
    private static final int LARGEST = 2_000_000;

    private final RuleBook book;
    private final PublishedRules published;
    private final RulesProperties settings;
    private final Clock clock;

    RuleOperationsController(RuleBook book, PublishedRules published, RulesProperties settings, Clock clock) {
        this.book = book;
        this.published = published;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Proposes a rule set.
     *
     * <p>In: a JSON object with {@code rules}, an array as {@code /v1/dgc/settings} gives it, and {@code effective}, an
     * instant within a year (ISO 8601, UTC). Out: 201 with {@link VersionAnswer} and {@code Location}. Errors: 400 with
     * reasons, 413.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> propose(InputStream body, Principal caller) throws IOException {
        String author = nameOf(caller);
        byte[] json = body.readNBytes(LARGEST + 1);
        if (json.length > LARGEST) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        return switch (ProposalReader.read(json, clock.instant())) {
            case ProposalReading.Understood(var rules, var effective) ->
                answer(book.propose(rules, effective, author), HttpStatus.CREATED);
            case ProposalReading.Refused(var findings) ->
                answer(new Decision.Refused(findings), HttpStatus.CREATED);
        };
    }

    /**
     * Approves a proposal, which comes into force at its time, or at once where that has passed.
     *
     * <p>In: the version. Out: 200 with {@link VersionAnswer}. Errors: 404; 409 with reasons, {@code SAME_PERSON} for its
     * author, {@code NOT_PROPOSED} where it is approved already.
     */
    @PostMapping("/{version}/approval")
    ResponseEntity<Object> approve(@PathVariable int version, Principal caller) {
        return answer(book.approve(version, nameOf(caller)), HttpStatus.OK);
    }

    /**
     * Returns to the version before, at once, and cancels those that were to come. One person does it.
     *
     * <p>In: {@code active}, optional, the version to take back. Out: 200 with {@link VersionAnswer} of the version in
     * force again. Errors: 409 with reasons, {@code NOT_ACTIVE} where another version is in force.
     */
    @PostMapping("/rollback")
    ResponseEntity<Object> rollBack(@RequestParam(required = false) Integer active, Principal caller) {
        return answer(book.rollBack(Optional.ofNullable(active), nameOf(caller)), HttpStatus.OK);
    }

    /** Lists every version, the newest first. Out: 200 with an array of {@link VersionAnswer}. */
    @GetMapping
    ResponseEntity<Object> versions(Principal caller) {
        nameOf(caller);
        return json(HttpStatus.OK)
                .body(book.versions().stream().map(view -> VersionAnswer.of(view, Set.of())).toList());
    }

    /**
     * Shows what an approver agrees to.
     *
     * <p>In: the version. Out: 200 with its rules, as {@code /v1/dgc/settings} would give them. Error: 404, also where the
     * stored content is not fit.
     */
    @GetMapping("/{version}")
    ResponseEntity<Object> content(@PathVariable int version, Principal caller) {
        nameOf(caller);
        return book.content(version).map(RuleSet::json).map(rules -> json(HttpStatus.OK).<Object>body(rules))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    @ExceptionHandler
    ResponseEntity<Object> onStoreAway(DataAccessException away) {
        LOG.warn("rules not changed: {}", away.getClass().getSimpleName());
        return problem(ProblemType.TRY_LATER, Problem::members,
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds())));
    }

    private ResponseEntity<Object> answer(Decision decision, HttpStatus success) {
        return switch (decision) {
            case Decision.Recorded(var version, var leftOnDevices) -> {
                published.refresh();
                LOG.info("rules: version {} {}", version.number(), version.state());
                yield json(success).header(HttpHeaders.LOCATION, PATH + "/" + version.number())
                        .body(VersionAnswer.of(version, leftOnDevices));
            }
            case Decision.Refused(var findings) ->
                problem(ProblemType.INVALID_REQUEST, problem -> Reasons.of(problem, findings), Map.of());
            case Decision.Contradicted(var reason, var findings) ->
                problem(ProblemType.CONFLICT, problem -> Reasons.of(problem, reason, findings), Map.of());
            case Decision.NoSuchVersion() -> throw new ProblemException(ProblemType.NOT_FOUND);
        };
    }

    private static String nameOf(Principal caller) {
        if (caller == null || caller.getName() == null || caller.getName().isBlank()) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED);
        }
        return caller.getName();
    }

    private static ResponseEntity.BodyBuilder json(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<Object> problem(ProblemType type, Function<Problem, Map<String, Object>> members,
            Map<String, String> headers) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(type.status()).cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        headers.forEach((name, value) -> answer.header(name, value));
        return answer.body(members.apply(Problem.of(type)));
    }
}
