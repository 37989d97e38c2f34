package it.dgc.common.problem;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("RFC 9457: problem details, in one vocabulary")
class ProblemTest {

    @ParameterizedTest
    @CsvSource({"invalid-request,400", "unsupported-media-type,415", "too-large,413", "unauthenticated,401",
            "forbidden,403",
            "not-found,404", "method-not-allowed,405", "conflict,409", "not-verified,422", "captcha-failed,422",
            "idempotency-key-reused,422",
            "too-many-requests,429", "try-later,503", "internal,500"})
    void knowsTheVocabulary(String code, int status) {
        assertThat(ProblemType.values()).hasSize(14).filteredOn(type -> type.code().equals(code)).singleElement()
                .satisfies(type -> {
                    assertThat(type.status()).isEqualTo(status);
                    assertThat(type.uri()).hasToString("urn:pn-dgc:problem:" + code);
                });
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameWithAndWithoutAJsonLibrary(ProblemType type) {
        Problem problem = Problem.of(type);
        assertThat(problem.json()).isEqualTo(JsonMapper.shared().writeValueAsString(problem.members()));
    }

    @Test
    void tellsTypeTitleStatusAndTraceOnly() {
        assertThat(new Problem(ProblemType.NOT_VERIFIED, "0af7").json())
                .isEqualTo("{\"type\":\"urn:pn-dgc:problem:not-verified\",\"title\":\"The data could not be verified\","
                        + "\"status\":422,\"traceId\":\"0af7\"}");
    }

    @Test
    void givesEachProblemItsOwnTrace() {
        assertThat(Problem.of(ProblemType.INTERNAL).traceId()).matches("[0-9a-f]{32}")
                .isNotEqualTo(Problem.of(ProblemType.INTERNAL).traceId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a\"b", "a\nb", "../x",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesATraceThatCouldBreakTheText(String traceId) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Problem(ProblemType.INTERNAL, traceId));
    }

    @Test
    void refusesAProblemOfNoType() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Problem(null, "a"));
    }

    @Test
    void endsARequestWithoutFreeTextAndStack() {
        ProblemException plain = new ProblemException(ProblemType.NOT_VERIFIED);
        assertThat(plain.type()).isEqualTo(ProblemType.NOT_VERIFIED);
        assertThat(plain.retryAfter()).isEmpty();
        assertThat(plain).hasMessage("not-verified");
        assertThat(plain.getStackTrace()).isEmpty();
        assertThat(new ProblemException(ProblemType.TRY_LATER, Duration.ofSeconds(3)).retryAfter())
                .hasValue(Duration.ofSeconds(3));
    }
}
