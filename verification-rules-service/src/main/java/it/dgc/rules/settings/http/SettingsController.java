package it.dgc.rules.settings.http;

import java.time.Duration;

import it.dgc.common.problem.MinistryError;
import it.dgc.rules.RulesProperties;
import it.dgc.rules.settings.served.PublishedRules;
import it.dgc.rules.settings.served.Served;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules that verifiers judge by (Allegato B, chapter 3; VerificaC19 protocol, sections 1 and 3, I18 to I20). */
@RestController
final class SettingsController {

    private static final MinistryError NO_RULES = MinistryError.ofService("No rules can be served at the moment");

    private final PublishedRules rules;
    private final RulesProperties settings;

    SettingsController(PublishedRules rules, RulesProperties settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /**
     * Gives all rules that are in force.
     *
     * <p>In: {@code If-None-Match}, optional; query parameters are ignored. Out: 200 with a JSON array of name, type and
     * value, all strings, and a strong {@code ETag}; 304 where the caller holds those rules; {@code Age} in seconds where
     * the store does not confirm them at the moment. Error: 503 with {@code Retry-After} and {@link MinistryError} while
     * no rules are known; never an empty array.
     */
    @GetMapping("/v1/dgc/settings")
    ResponseEntity<Object> settings() {
        return rules.now().map(this::answer).orElseGet(this::noRules);
    }

    private ResponseEntity<Object> answer(Served served) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag('"' + served.hash() + '"')
                .cacheControl(CacheControl.noCache()).contentType(MediaType.APPLICATION_JSON);
        rules.staleFor().map(Duration::toSeconds)
                .ifPresent(seconds -> answer.header(HttpHeaders.AGE, Long.toString(Math.max(0, seconds))));
        return answer.body(served.rules().json());
    }

    private ResponseEntity<Object> noRules() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()))
                .contentType(MediaType.APPLICATION_JSON).body(NO_RULES);
    }
}
