package it.dgc.generation.doctors;

import java.security.Principal;
import java.time.Duration;
import java.util.function.BiConsumer;

import com.mongodb.MongoException;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.kafka.KafkaException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * For operators, by mutual TLS: suspends doctors and restores them (Allegato B, chapters 1 and 2: the doctor must be
 * entitled). The code stands in the body, since addresses get into logs.
 *
 * <p>In: {@code {"fiscalCode": "..."}}, 16 characters. Out: 204, also where nothing changed; 400
 * {@code invalid-request} for anything else in the body; 503 {@code try-later} while broker or store is away.
 */
@RestController
@RequestMapping(path = "/v1/operations/doctors", consumes = MediaType.APPLICATION_JSON_VALUE)
class DoctorController {

    private static final Duration LATER = Duration.ofSeconds(10);

    private final DoctorSuspension suspension;

    DoctorController(DoctorSuspension suspension) {
        this.suspension = suspension;
    }

    /** @param fiscalCode of the doctor */
    record Doctor(String fiscalCode) {

        @Override
        public String toString() {
            return "Doctor[REDACTED]";
        }
    }

    /** From now on the doctor's notifications are refused, and so are requests to revoke or restore. */
    @PostMapping("/suspensions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(@RequestBody Doctor doctor, Principal operator) {
        change(doctor, operator, suspension::suspend);
    }

    /** From now on the doctor's word counts again; what was refused meanwhile stays refused. */
    @PostMapping("/restorations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@RequestBody Doctor doctor, Principal operator) {
        change(doctor, operator, suspension::restore);
    }

    private static void change(Doctor doctor, Principal operator, BiConsumer<CodiceFiscale, String> change) {
        CodiceFiscale code = CodiceFiscale.parse(doctor.fiscalCode())
                .orElseThrow(() -> new ProblemException(ProblemType.INVALID_REQUEST));
        try {
            change.accept(code, operator.getName());
        } catch (MongoException | KafkaException away) {
            throw new ProblemException(ProblemType.TRY_LATER, LATER);
        }
    }
}
