package it.dgc.common.spring;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemType;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers where a filter or the container sent a bare status, in place of the framework's page with the path. */
@RestController
class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        ProblemType type = typeOf(request);
        Problem problem = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                ? ProblemReport.failed(type, cause)
                : ProblemReport.traced(type);
        return ResponseEntity.status(type.status()).headers(ProblemHeaders.plain()).body(problem.members());
    }

    /** Without a status nothing failed: somebody asked for the path itself. */
    private static ProblemType typeOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? StatusMapping.typeOf(status)
                : ProblemType.NOT_FOUND;
    }
}
