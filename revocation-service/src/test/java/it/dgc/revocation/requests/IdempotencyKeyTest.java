package it.dgc.revocation.requests;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeyTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("8e03978e-40d5-43dd-bc93-6894a57f9324");
    private static final byte[] MESSAGE = {1, 2, 3};

    @ParameterizedTest
    @ValueSource(strings = {"k", "\"quoted\"", "with a blank", "~!"})
    void acceptsWhatIsPrintable(String text) {
        assertThat(IdempotencyKey.parse(text)).contains(new IdempotencyKey(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "a\tb", "a\u0000b", "\u007f", "chi\u00e0ve", "\u00a0", "a\nb"})
    void refusesWhatIsNot(String text) {
        assertThat(IdempotencyKey.parse(text)).isEmpty();
    }

    @Test
    void takesUpTo255Characters() {
        assertThat(IdempotencyKey.parse("k".repeat(255))).isPresent();
        assertThat(IdempotencyKey.parse("k".repeat(256))).isEmpty();
    }

    @Test
    @DisplayName("a repetition after a lost answer is the same request; the same key of somebody else is not")
    void namesTheRequestByCallerAndKey() {
        assertThat(KEY.requestId("a")).isEqualTo(KEY.requestId("a")).isNotEqualTo(KEY.requestId("b"))
                .isNotEqualTo(new IdempotencyKey("k").requestId("a"));
        assertThat(new IdempotencyKey("ka").requestId("b")).isNotEqualTo(new IdempotencyKey("k").requestId("ab"));
    }

    @Test
    @DisplayName("RFC 9562, section 5.8: a UUID of version 8, variant 2")
    void hasTheFormOfAUuid() {
        assertThat(IntStream.range(0, 64).mapToObj(n -> new IdempotencyKey("k" + n).requestId("a"))).allSatisfy(id -> {
            UUID uuid = UUID.fromString(id);
            assertThat(uuid).hasToString(id);
            assertThat(uuid.version()).isEqualTo(8);
            assertThat(uuid.variant()).isEqualTo(2);
        });
    }

    @Test
    void tellsBodiesApartOnlyForWhoHasTheKey() {
        assertThat(KEY.fingerprint(MESSAGE)).matches("[0-9a-f]{64}").isEqualTo(KEY.fingerprint(MESSAGE.clone()))
                .isNotEqualTo(KEY.fingerprint(new byte[]{1, 2, 4}))
                .isNotEqualTo(new IdempotencyKey("k").fingerprint(MESSAGE));
    }

    @Test
    void cannotBePrinted() {
        assertThat(KEY.toString()).doesNotContain("8e03978e");
    }
}
