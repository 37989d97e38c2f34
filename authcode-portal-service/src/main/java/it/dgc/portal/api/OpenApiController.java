package it.dgc.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this interface (OpenAPI 3.1). */
@RestController
class OpenApiController {

    /** RFC 9512. */
    private static final String YAML = "application/yaml";

    private final byte[] description = description();

    /** Out: 200 with the description. Errors, as problems: 400 with a query; 403 for a foreign origin. */
    @GetMapping(path = "/v1/portal/openapi.yaml", produces = YAML)
    byte[] describe(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new ProblemException(ProblemType.INVALID_REQUEST);
        }
        return description.clone();
    }

    private static byte[] description() {
        try (InputStream file = OpenApiController.class.getResourceAsStream("openapi.yaml")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
