package it.dgc.generation.channels;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.channels.HolderCertificates.Held;
import it.dgc.generation.issuance.Language;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For the portal, by mutual TLS (Allegato B, chapters 5 and 6). What is personal stands in bodies, since addresses get into
 * logs. Errors: 400 {@code invalid-request}; 404 {@code not-found} for all that cannot be given now, be it unknown, deferred,
 * revoked, ended or erased; 503 {@code try-later} while the store is away.
 */
@RestController
@RequestMapping(path = "/v1/certificates", consumes = MediaType.APPLICATION_JSON_VALUE)
class CertificateController {

    private static final Duration LATER = Duration.ofSeconds(10);

    private final HolderCertificates certificates;

    CertificateController(HolderCertificates certificates) {
        this.certificates = certificates;
    }

    /**
     * @param fiscalCode of the holder, with {@code eventDate}
     * @param eventDate first day, ISO 8601
     * @param code AUTHCODE or CUEV, alone
     */
    record Wanted(String fiscalCode, String eventDate, String code) {

        @Override
        public String toString() {
            return "Wanted[***]";
        }
    }

    /**
     * @param uvci of the certificate
     * @param fiscalCode of its holder
     */
    record Found(String uvci, String fiscalCode) {

        @Override
        public String toString() {
            return "Found[***]";
        }
    }

    /**
     * @param uvci of a certificate that was found
     * @param language {@code it}, {@code en}, {@code de} or {@code fr}
     * @param purpose what is wanted
     */
    record Recovery(String uvci, String language, String purpose) {}

    /** Out: the certificate that holds now; of several the one that was signed last. */
    @PostMapping("/find")
    Found find(@RequestBody Wanted wanted) {
        try {
            return found(wanted).map(held -> new Found(held.uvci().value(), held.holder().value()))
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        } catch (MongoException away) {
            throw new ProblemException(ProblemType.TRY_LATER, LATER);
        }
    }

    /**
     * Out: {@code {"authCode"}} or {@code {"qrText"}}. Each recovery is in the audit trail, and all but those with code and
     * health card are told to the holder, in the language that was chosen.
     */
    @PostMapping("/recover")
    Object recover(@RequestBody Recovery recovery) {
        Uvci uvci = Uvci.parse(recovery.uvci()).orElseThrow(CertificateController::invalid);
        Language language = language(recovery.language());
        Purpose purpose = Stream.of(Purpose.values()).filter(one -> one.name().equals(recovery.purpose())).findFirst()
                .orElseThrow(CertificateController::invalid);
        try {
            return given(uvci, language, purpose).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        } catch (MongoException away) {
            throw new ProblemException(ProblemType.TRY_LATER, LATER);
        }
    }

    /** @param authCode the code */
    record Code(String authCode) {

        @Override
        public String toString() {
            return "Code[***]";
        }
    }

    /** @param qrText text of the QR code */
    record Text(String qrText) {

        @Override
        public String toString() {
            return "Text[***]";
        }
    }

    private Optional<?> given(Uvci uvci, Language language, Purpose purpose) {
        return purpose == Purpose.AUTHCODE
                ? certificates.recoverAuthCode(uvci, language).map(code -> new Code(code.value()))
                : certificates.recoverText(uvci, language, purpose).map(Text::new);
    }

    private Optional<Held> found(Wanted wanted) {
        boolean byPerson = wanted.fiscalCode() != null && wanted.eventDate() != null;
        if (byPerson == (wanted.code() != null) || !byPerson && wanted.fiscalCode() != wanted.eventDate()) {
            throw invalid();
        }
        return byPerson
                ? certificates.find(
                        CodiceFiscale.parse(wanted.fiscalCode()).orElseThrow(CertificateController::invalid),
                        day(wanted.eventDate()))
                : found(wanted.code());
    }

    private Optional<Held> found(String code) {
        Optional<AuthCode> authCode = AuthCode.parse(code);
        return authCode.isPresent()
                ? certificates.find(authCode.get())
                : certificates.find(Cuev.parse(code).orElseThrow(CertificateController::invalid));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid();
        }
    }

    private static Language language(String code) {
        return Stream.of(Language.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code)).findFirst()
                .orElseThrow(CertificateController::invalid);
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemType.INVALID_REQUEST);
    }
}
