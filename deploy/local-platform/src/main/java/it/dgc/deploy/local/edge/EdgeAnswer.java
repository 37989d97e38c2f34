package it.dgc.deploy.local.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.Problem;
import it.dgc.common.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the edge itself answers when no service does (RFC 9457); nothing of the request is repeated. */
final class EdgeAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeAnswer.class);

    private EdgeAnswer() {}

    static void write(ProblemType type, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(type);
        LOG.info("answered {} itself, trace {}", type.status(), problem.traceId());
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(type.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
