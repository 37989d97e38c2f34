package it.dgc.revocation.publication.operations;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.revocation.publication.HeldVersions;
import it.dgc.revocation.publication.ledger.HeldVersion;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * For operators, by mutual TLS: the version of the list that the guard holds back (reliability P14).
 *
 * <p>503 {@code try-later} while the store is away.
 */
@RestController
@RequestMapping("/v1/operations/drl")
class ReleaseController {

    private static final Duration LATER = Duration.ofSeconds(10);

    private final HeldVersions versions;

    ReleaseController(HeldVersions versions) {
        this.versions = versions;
    }

    /** @param version number of the version that is let through */
    record Release(Long version) {}

    /** @return the version that is held back, and why; 404 {@code not-found} where none is */
    @GetMapping("/held")
    HeldVersion held() {
        return asked(versions::held).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /**
     * Lets through exactly what was held, not what came later.
     *
     * <p>In: {@code {"version": 12}}. Out: 204; 400 {@code invalid-request}; 404 {@code not-found} where that version
     * is not held; 409 {@code conflict} where the store lost something, which is to be repaired, not released.
     */
    @PostMapping(path = "/releases", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@RequestBody Release release, Principal operator) {
        long version = Optional.ofNullable(release.version())
                .orElseThrow(() -> new ProblemException(ProblemType.INVALID_REQUEST));
        switch (asked(() -> versions.release(version, operator.getName()))) {
            case RELEASED -> {
                // 204 says it.
            }
            case NOT_HELD -> throw new ProblemException(ProblemType.NOT_FOUND);
            case NOT_RELEASABLE -> throw new ProblemException(ProblemType.CONFLICT);
        }
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException away) {
            throw new ProblemException(ProblemType.TRY_LATER, LATER);
        }
    }
}
