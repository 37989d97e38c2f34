package it.dgc.revocation.drl.http;

import it.dgc.common.problem.MinistryError;
import it.dgc.revocation.DrlProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Own trouble is told as such, in the ministry's words, so that no verifier takes it for its own (P15). */
@RestControllerAdvice(assignableTypes = DrlController.class)
@Order(0)
class DrlAdvice {

    static final MinistryError NO_LIST = MinistryError.ofService("The list cannot be served at the moment");

    private static final Logger LOG = LoggerFactory.getLogger(DrlAdvice.class);

    private final DrlProperties settings;

    DrlAdvice(DrlProperties settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> onSurprise(RuntimeException surprise) {
        LOG.error("the list was not served: {}", surprise.getClass().getName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()))
                .cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
                .body(NO_LIST.json());
    }
}
