package it.dgc.portal.captcha;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, Tables 3 and 4: one field, codiceCaptcha, carries either solution")
class CodiceCaptchaTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({"234567,234567", "234 567,234567", "234-567,234567", "2x4567,2X4567", "２３４,''", "2.3,''", "'',''"})
    void readsWhatWasTyped(String typed, String code) {
        assertThat(CodiceCaptcha.parse(Challenge.TypedCode.field(ID, typed)))
                .contains(new CodiceCaptcha.Typed(ID, code));
    }

    @Test
    @DisplayName("channels 4.3: what the widget makes, with what later versions add")
    void readsWhatTheWidgetMakes() {
        CodiceCaptcha field = CodiceCaptcha.parse(
                base64("""
                        {"algorithm":"SHA-256","challenge":"c0","number":71,"salt":"00ff?form=AUTHCODE&id=%s&expires=1643716920&",\
                        "signature":"5e","took":170,"workers":8}"""
                        .formatted(ID)))
                .orElseThrow();
        assertThat(field.kind()).isEqualTo(Kind.PROOF_OF_WORK);
        assertThat(field.id()).isEqualTo(ID);
        assertThat(field).isInstanceOfSatisfying(CodiceCaptcha.Worked.class, worked -> {
            assertThat(worked.payload().algorithm).isEqualTo("SHA-256");
            assertThat(worked.payload().challenge).isEqualTo("c0");
            assertThat(worked.payload().number).isEqualTo(71);
            assertThat(worked.payload().signature).isEqualTo("5e");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"00?id=%sx&", "00?id=%s", "00?xid=%s&", "id=%s&", "00?a=<>&id=%s&", "zz?id=%s&", "?id=%s&"})
    void knowsNoOtherSalt(String salt) {
        assertThat(CodiceCaptcha.parse(base64("{\"number\":1,\"salt\":\"" + salt.formatted(ID) + "\"}"))).isEmpty();
    }

    @Test
    void readsNoMoreThanASolutionHas() {
        String long2048 = Challenge.TypedCode.field(ID, "2".repeat(2048 - 33));
        assertThat(CodiceCaptcha.parse(long2048)).isEmpty();
        assertThat(CodiceCaptcha.parse(Challenge.TypedCode.field(ID, "2".repeat(64)))).isPresent();
        assertThat(CodiceCaptcha.parse(Challenge.TypedCode.field(ID, "2".repeat(65)))).isEmpty();
        String padded = "{\"number\":1,\"salt\":\"00?id=" + ID + "&\",\"x\":\"" + "x".repeat(2000) + "\"}";
        assertThat(CodiceCaptcha.parse(base64(padded))).isEmpty();
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
