package it.dgc.revocation.requests;

import java.time.Duration;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestsPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void acceptsTheBounds() {
        assertThat(wrong(new RequestsProperties(Duration.ofSeconds(30), SECOND, DAY, SECOND))).isEmpty();
    }

    @Test
    void refusesToWaitLongerThanCallersDo() {
        assertThat(wrong(new RequestsProperties(Duration.ofSeconds(31), SECOND, DAY, SECOND)))
                .containsExactly("acknowledgedWithin");
    }

    @Test
    void refusesAWaitThatTheWireCannotTell() {
        assertThat(wrong(new RequestsProperties(SECOND, Duration.ofMillis(999), DAY, SECOND)))
                .containsExactly("retryAfter");
    }

    @Test
    void refusesToForgetWhatIsStillAskedFor() {
        assertThat(wrong(new RequestsProperties(SECOND, SECOND, Duration.ofHours(23), SECOND)))
                .containsExactly("keptFor");
        assertThat(wrong(new RequestsProperties(SECOND, SECOND, null, null)))
                .containsExactlyInAnyOrder("keptFor", "forgetEvery");
    }

    private static Iterable<String> wrong(RequestsProperties settings) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(settings).stream().map(ConstraintViolation::getPropertyPath)
                    .map(Object::toString).toList();
        }
    }
}
