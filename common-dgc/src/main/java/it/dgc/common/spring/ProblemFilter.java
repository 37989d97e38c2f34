package it.dgc.common.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the filters behind it, which the advice does not reach: one that checks callers may simply throw a
 * {@link ProblemException}. Left to the container, a surprise would be logged with its message.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ProblemException e) {
            write(ProblemReport.refused(e.type(), e), ProblemHeaders.of(e), response);
        } catch (ServletException | RuntimeException e) {
            write(ProblemReport.failed(ProblemType.INTERNAL, e), ProblemHeaders.plain(), response);
        }
    }

    private static void write(Problem problem, HttpHeaders headers, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        HttpHeaders kept = ProblemHeaders.keptOf(response);
        response.reset();
        response.setStatus(problem.type().status());
        kept.forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        headers.forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(problem.json().getBytes(StandardCharsets.UTF_8));
    }
}
