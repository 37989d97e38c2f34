package it.dgc.common.spring.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Settings of the institutions' access")
class CallersTest {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"sistema-ts.dgc.test", "localhost", "urn:dgc:portal", "https://a.example/b",
            "spiffe://dgc/portal"})
    void takeWholeNames(String name) {
        assertThat(VALIDATOR.validate(settings(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.dgc.test", "", " ", "CN=sistema-ts", "a,b", ".dgc.test", "urn:with space"})
    void refuseWhatIsNoWholeName(String name) {
        assertThat(VALIDATOR.validate(settings(name))).hasSize(1);
    }

    @Test
    void refuseAPortThatIsNone() {
        assertThat(Stream.of(-1, 65_536).map(port -> new AccessProperties(port, Map.of())))
                .allSatisfy(settings -> assertThat(VALIDATOR.validate(settings)).hasSize(1));
    }

    @Test
    void listsSayWhatIsOpenAndToWhom() {
        Endpoints endpoints = Endpoints.operations().open("/v1/b").open("/v1/a").institutional(Role.OPERATOR,
                HttpMethod.PUT, "/v1/doctors/{code}");
        assertThat(endpoints.openPaths()).containsExactly("/actuator/health", "/actuator/health/liveness",
                "/actuator/health/readiness", "/actuator/prometheus", "/v1/a", "/v1/b");
        assertThat(endpoints.openTo(Role.OPERATOR)).containsExactly("PUT /v1/doctors/{code}");
        assertThat(endpoints.openTo(Role.PORTAL)).isEmpty();
    }

    private static AccessProperties settings(String name) {
        return new AccessProperties(1, Map.of(Role.SISTEMA_TS, List.of(name)));
    }
}
