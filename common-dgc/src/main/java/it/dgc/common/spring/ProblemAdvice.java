package it.dgc.common.spring;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
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

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException e, WebRequest request) {
        return answer(e, ProblemReport.refused(e.type(), e), ProblemHeaders.of(e), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> onSurprise(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        return answer(e, ProblemReport.failed(ProblemType.INTERNAL, e), ProblemHeaders.plain(), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception e, Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        ProblemType type = StatusMapping.typeOf(status.value());
        Problem problem = type == ProblemType.INTERNAL ? ProblemReport.failed(type, e) : ProblemReport.refused(type, e);
        return answer(e, problem, ProblemHeaders.with(headers), request);
    }

    private ResponseEntity<Object> answer(Exception e, Problem problem, HttpHeaders headers, WebRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(problem.type().status());
        return super.handleExceptionInternal(e, problem.members(), headers, status, request);
    }
}
