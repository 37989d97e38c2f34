package it.dgc.portal.captcha;

import java.util.HashSet;
import java.util.Set;

import it.dgc.portal.captcha.senses.DigitPicture;
import it.dgc.portal.captcha.senses.DigitSpeech;
import it.dgc.portal.limits.keys.KeyedHash;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TypedCodesTest {

    private final TypedCodes codes = of(new byte[32]);

    @Test
    void hasDigitsThatPassForNothingElse() {
        Set<Character> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String code = codes.code("id-" + i);
            assertThat(code).matches("[2-8]{6}");
            code.chars().forEach(digit -> seen.add((char) digit));
        }
        assertThat(seen).containsExactlyInAnyOrder('2', '3', '4', '5', '6', '7', '8');
    }

    @Test
    void cannotBeComputedWithoutTheKey() {
        byte[] another = new byte[32];
        another[31] = 1;
        assertThat(of(another).code("id")).isNotEqualTo(codes.code("id"));
        assertThat(codes.code("id")).isEqualTo(codes.code("id")).isNotEqualTo(codes.code("id2"));
    }

    private static TypedCodes of(byte[] key) {
        return new TypedCodes(new KeyedHash(key), DigitPicture.load(), DigitSpeech.load());
    }
}
