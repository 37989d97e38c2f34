package it.dgc.deploy.oracle;

import java.util.Base64;
import java.util.Optional;

/**
 * One line of what Sistema TS means to publish.
 *
 * @param number its place in the order of publication, from 0
 * @param poison why it cannot be used, in the platform's code of reasons; empty for one that can
 * @param key bytes; empty for none
 * @param value bytes; empty for none
 */
public record Published(int number, Optional<String> poison, byte[] key, byte[] value) {

    private static final String NOT_POISON = "-";
    private static final Base64.Encoder ENCODER = Base64.getEncoder();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    /** Reads what {@link #line()} wrote. */
    public static Published parse(String line) {
        String[] columns = line.split("\t", -1);
        return new Published(Integer.parseInt(columns[0]),
                Optional.of(columns[1]).filter(text -> !text.equals(NOT_POISON)),
                DECODER.decode(columns[2]), DECODER.decode(columns[3]));
    }

    /** @return number, reason, key and value in Base64, between tabs */
    public String line() {
        return number + "\t" + poison.orElse(NOT_POISON) + "\t" + content();
    }

    /** @return what tells it from others on the topic */
    String content() {
        return content(key, value);
    }

    static String content(byte[] key, byte[] value) {
        return ENCODER.encodeToString(key) + "\t" + ENCODER.encodeToString(value);
    }
}
