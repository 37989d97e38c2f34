package it.dgc.portal.captcha;

import java.time.Instant;
import java.util.stream.LongStream;

import it.dgc.common.codes.Sha256;
import it.dgc.portal.limits.Form;
import it.dgc.portal.limits.keys.KeyedHash;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("ALTCHA, protocol v1: find the number whose hash after the salt is the challenge")
class ProofOfWorkTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Instant END = Instant.parse("2022-02-01T12:02:00Z");

    private final ProofOfWork work = new ProofOfWork(CaptchaRoom.HASH);
    private final Challenge.ProofOfWork challenge = work.challenge(ID, Form.AUTHCODE, 2000, END);

    @Test
    void isSolvedByTheArithmeticOfTheProtocolAlone() {
        assertThat(work.isDone(payload(number()))).isTrue();
    }

    @Test
    void isNotSolvedByAnotherNumber() {
        assertThat(work.isDone(payload(number() + 1))).isFalse();
        assertThat(work.isDone(payload(-1))).isFalse();
    }

    @Test
    void isNotSolvedWhereAnythingWasChanged() {
        Altcha.Payload longer = payload(number());
        longer.salt = longer.salt.replace("AUTHCODE", "CERTIFICATE_WITH_CODE");
        assertThat(work.isDone(longer)).isFalse();
        Altcha.Payload unsigned = payload(number());
        unsigned.signature = "";
        assertThat(work.isDone(unsigned)).isFalse();
        Altcha.Payload weaker = payload(number());
        weaker.algorithm = "SHA-1";
        assertThat(work.isDone(weaker)).isFalse();
    }

    @Test
    void isNotSolvedForWhoHasAnotherKey() {
        byte[] key = new byte[32];
        key[0] = 1;
        assertThat(new ProofOfWork(new KeyedHash(key)).isDone(payload(number()))).isFalse();
    }

    @Test
    @DisplayName("the salt ends with a separator (advisory of December 2025) and says when it ends")
    void saysItsEndInTheSalt() {
        assertThat(challenge.salt()).endsWith("&").contains("expires=" + END.getEpochSecond() + "&")
                .contains("id=" + ID + "&");
        assertThat(challenge.algorithm()).isEqualTo("SHA-256");
    }

    private long number() {
        return LongStream.rangeClosed(0, challenge.maxNumber())
                .filter(n -> Sha256.hex(challenge.salt() + n).equals(challenge.challenge())).findFirst().orElseThrow();
    }

    private Altcha.Payload payload(long number) {
        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = challenge.algorithm();
        payload.challenge = challenge.challenge();
        payload.number = number;
        payload.salt = challenge.salt();
        payload.signature = challenge.signature();
        return payload;
    }
}
