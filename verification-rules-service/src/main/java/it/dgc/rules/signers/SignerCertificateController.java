package it.dgc.rules.signers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

import it.dgc.common.problem.MinistryError;
import it.dgc.rules.RulesProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that verifiers trust (Allegato B, chapter 4; VerificaC19 protocol, section 1, invariants I12 to I17). */
@RestController
@RequestMapping("/v1/dgc/signercertificate")
final class SignerCertificateController {

    private static final MinistryError BAD_RESUME_TOKEN = MinistryError.ofCaller(
            "X-RESUME-TOKEN must be a whole number from 0");
    private static final MinistryError NO_KEYS = MinistryError.ofService("No key can be served at the moment");
    private static final String KID_HEADER = "X-KID";

    private final PublishedSigners signers;
    private final RulesProperties settings;

    SignerCertificateController(PublishedSigners signers, RulesProperties settings) {
        this.signers = signers;
        this.settings = settings;
    }

    /**
     * Lists the kids of all keys that are trusted now; a verifier drops every key that is not in it (I14).
     *
     * <p>In: {@code If-None-Match}, optional. Out: 200 with a JSON array of kids, Base64 of 8 bytes each, in token
     * order, and an {@code ETag}; 304 where the caller holds that list. Never an empty array, which would make
     * verifiers forget every key. Error: 503 with {@code Retry-After} and {@link MinistryError} while there is no key.
     */
    @GetMapping("/status")
    ResponseEntity<Object> status() {
        List<String> kids = signers.now().kids();
        return kids.isEmpty()
                ? noKeys()
                : ResponseEntity.ok().eTag(tagOf(kids)).cacheControl(CacheControl.noCache())
                        .contentType(MediaType.APPLICATION_JSON).body(kids);
    }

    /**
     * Hands out the certificate that follows the one the caller got last (I12, I13, I15 to I17).
     *
     * <p>In: {@code X-RESUME-TOKEN}, the token of the last answer; absent, empty or 0 is the start. Out: 200 with
     * {@code text/plain}, one line, Base64 of the DER, and headers {@code X-RESUME-TOKEN} and {@code X-KID}; 204
     * without a body at the end of the list. Errors, as {@link MinistryError}: 400 where the token is not a whole
     * number from 0; 503 with {@code Retry-After} while there is no key.
     */
    @GetMapping("/update")
    ResponseEntity<Object> update(@RequestHeader(name = ResumeToken.HEADER, required = false) String resumeToken) {
        OptionalLong token = ResumeToken.read(resumeToken);
        if (token.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST).body(BAD_RESUME_TOKEN);
        }
        ServedSigners served = signers.now();
        return served.isEmpty()
                ? noKeys()
                : served.after(token.getAsLong()).map(SignerCertificateController::certificate).orElseGet(
                        () -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build());
    }

    private static ResponseEntity<Object> certificate(StoredSigner signer) {
        return ResponseEntity.ok().header(ResumeToken.HEADER, Integer.toString(signer.token()))
                .header(KID_HEADER, signer.kid().value()).cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(signer.certificate().base64().getBytes(StandardCharsets.US_ASCII));
    }

    private ResponseEntity<Object> noKeys() {
        return problem(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()))
                .body(NO_KEYS);
    }

    private static ResponseEntity.BodyBuilder problem(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON);
    }

    private static String tagOf(List<String> kids) {
        byte[] list = String.join(",", kids).getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(list);
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
