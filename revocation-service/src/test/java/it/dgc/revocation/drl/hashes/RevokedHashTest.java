package it.dgc.revocation.drl.hashes;

import java.util.Arrays;
import java.util.Base64;

import it.dgc.common.uvci.Uvci;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RevokedHashTest {

    private static final Uvci SAMPLE = new Uvci("01IT1B321FE2B68D42A7AB6A2EC83E8F09F3#7");

    @Test
    @DisplayName("I21: ci is hashed byte for byte as issued")
    void isTheHashOfTheExactIdentifier() {
        assertThat(RevokedHash.of(SAMPLE).base64()).isEqualTo(SAMPLE.revocationHash()).hasSize(44);
    }

    @Test
    void comesBackFromItsText() {
        RevokedHash hash = RevokedHash.of(SAMPLE);
        assertThat(RevokedHash.read(hash.base64())).contains(hash);
        assertThat(hash).hasToString(hash.base64());
    }

    @Test
    void comesBackFromBytesAtAnyPlace() {
        byte[] bytes = new byte[70];
        RevokedHash.of(SAMPLE).write(bytes, 33);
        assertThat(RevokedHash.at(bytes, 33)).isEqualTo(RevokedHash.of(SAMPLE));
        assertThat(bytes[32]).isZero();
        assertThat(bytes[65]).isZero();
        assertThat(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 33, 65)))
                .isEqualTo(SAMPLE.revocationHash());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"AAAA", "not base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAF="})
    void rejectsWhatNoEncoderProduces(String text) {
        assertThat(RevokedHash.read(text)).isEmpty();
    }

    @Test
    void mixesInAnyOrderAndUndoesItself() {
        RevokedHash one = new RevokedHash(1, 2, 3, 4);
        RevokedHash other = RevokedHash.of(SAMPLE);
        assertThat(one.xor(other)).isEqualTo(other.xor(one)).isNotEqualTo(RevokedHash.ZERO);
        assertThat(one.xor(other).xor(one)).isEqualTo(other);
    }
}
