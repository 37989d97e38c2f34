package it.dgc.deploy.local.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** What the edge itself answers when no service does (RFC 9457). Nothing of the request is repeated. */
enum EdgeProblem {

    MALFORMED(400, "The request is malformed"), NO_SUCH_PATH(404,
            "There is nothing at this address"), METHOD_NOT_ALLOWED(405,
                    "This address does not take this method"), TOO_LARGE(413,
                            "The request is too large"), NOT_ANSWERING(503,
                                    "The service does not answer; try again later");

    private static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    EdgeProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    void answer(HttpServletResponse response) throws IOException {
        byte[] body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(title, status)
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
