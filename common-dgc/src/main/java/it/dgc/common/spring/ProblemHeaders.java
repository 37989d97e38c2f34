package it.dgc.common.spring;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The headers of an answer that tells a problem; no cache keeps it, since the next attempt may succeed. */
final class ProblemHeaders {

    /** What the framework may add to the answer: none of these repeats anything of the request. */
    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.RETRY_AFTER);

    /** What the filters have written and the answer still needs. */
    private static final List<String> KEPT_OF_FILTERS = List.of(HttpHeaders.ALLOW, "X-Content-Type-Options",
            "Content-Security-Policy");

    private ProblemHeaders() {}

    static HttpHeaders plain() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        headers.setCacheControl(CacheControl.noStore());
        return headers;
    }

    static HttpHeaders of(ProblemException e) {
        HttpHeaders headers = plain();
        e.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait))));
        return headers;
    }

    static HttpHeaders with(HttpHeaders offered) {
        HttpHeaders headers = plain();
        KEPT.stream().filter(offered::containsHeader).forEach(name -> headers.put(name, offered.get(name)));
        return headers;
    }

    static HttpHeaders keptOf(HttpServletResponse response) {
        HttpHeaders kept = new HttpHeaders();
        KEPT_OF_FILTERS.stream().filter(response::containsHeader)
                .forEach(name -> kept.set(name, response.getHeader(name)));
        return kept;
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
