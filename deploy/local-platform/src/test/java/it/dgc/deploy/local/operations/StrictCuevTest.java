package it.dgc.deploy.local.operations;

import it.dgc.common.codes.Cuev;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class StrictCuevTest {

    private static final Cuev CUEV = Cuev.ofBody("ABCDE1234");

    @Test
    void readsTheCuevOfANotification() {
        assertThat(StrictCuev.in(json("{\"a\":[{\"cuev\":\"x\"}],\"cuev\":\"" + CUEV.value() + "\"}"))).contains(CUEV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"cuev\":null}", "{\"cuev\":1}", "{\"cuev\":\"ABCDE12340\"}",
            "{\"cuev\":\"%1$s\",\"cuev\":\"%1$s\"}", "{\"cuev\":\"%1$s\"} {}", "{\"cuev\":\"%1$s\"",
            "{\"cuev\":\" %1$s\"}", "{\"b\":{\"c\":1,\"c\":2},\"cuev\":\"%1$s\"}", "[{\"cuev\":\"%1$s\"}]"})
    void doesNotGuess(String text) {
        assertThat(StrictCuev.in(json(text.formatted(CUEV.value())))).isEmpty();
    }

    @Test
    void isNotBroughtDownByDepth() {
        assertThat(StrictCuev.in(json("[".repeat(100_000)))).isEmpty();
    }

    private static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }
}
