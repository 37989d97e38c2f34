package it.dgc.common.spring;

import java.time.Duration;
import java.util.List;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The one place where exceptions become answers (architecture, D12; RFC 9457). Last in order, so that a service may
 * answer some paths in another form, as {@code /v1/dgc/*} must.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** What the framework may add to the answer: none of these repeats anything of the request. */
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT,
            HttpHeaders.RETRY_AFTER);

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException e, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        e.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait))));
        return answer(e, ProblemReport.refused(e.type(), e), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> onSurprise(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        return answer(e, ProblemReport.failed(ProblemType.INTERNAL, e), new HttpHeaders(), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception e, Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        ProblemType type = StatusMapping.typeOf(status.value());
        Problem problem = type == ProblemType.INTERNAL ? ProblemReport.failed(type, e) : ProblemReport.refused(type, e);
        return answer(e, problem, headers, request);
    }

    private ResponseEntity<Object> answer(Exception e, Problem problem, HttpHeaders offered, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        KEPT_HEADERS.stream().filter(offered::containsHeader).forEach(h -> headers.put(h, offered.get(h)));
        headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        headers.setCacheControl(CacheControl.noStore());
        HttpStatusCode status = HttpStatusCode.valueOf(problem.type().status());
        return super.handleExceptionInternal(e, problem.members(), headers, status, request);
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
