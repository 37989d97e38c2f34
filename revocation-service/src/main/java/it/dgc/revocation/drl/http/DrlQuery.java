package it.dgc.revocation.drl.http;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.common.problem.MinistryError;

/** What a client asks for, read from the query as it stands on the wire: the container would choose among duplicates. */
sealed interface DrlQuery {

    /**
     * Both are good numbers; whether there are such a version and chunk is seen later.
     *
     * @param version what the client holds; nothing if it does not say
     * @param chunk from 1
     */
    record Asked(OptionalLong version, int chunk) implements DrlQuery {

        long held() {
            return version.orElse(0);
        }
    }

    /** It can never be answered. */
    record Malformed(MinistryError error) implements DrlQuery {}

    MinistryError BAD_VERSION = MinistryError.ofCaller("version must be one whole number from 0 to the newest version");
    MinistryError BAD_CHUNK = MinistryError.ofCaller("chunk must be one whole number from 0 to the last chunk");

    /** Digits only, so many that a {@code long} holds them. */
    Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** @param query what stands behind the question mark; may be {@code null} */
    static DrlQuery read(String query) {
        List<String> versions = values(query, "version");
        List<String> chunks = values(query, "chunk");
        if (!isNumber(versions)) {
            return new Malformed(BAD_VERSION);
        }
        if (!isNumber(chunks) || number(chunks).orElse(0) > Integer.MAX_VALUE) {
            return new Malformed(BAD_CHUNK);
        }
        return new Asked(number(versions), (int) Math.max(1, number(chunks).orElse(1)));
    }

    /** Without a value a parameter is as good as absent, as it is for the ministry's service. */
    private static boolean isNumber(List<String> values) {
        return values.isEmpty()
                || values.size() == 1 && (values.getFirst().isEmpty() || NUMBER.matcher(values.getFirst()).matches());
    }

    private static OptionalLong number(List<String> values) {
        return values.isEmpty() || values.getFirst().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(values.getFirst()));
    }

    private static List<String> values(String query, String name) {
        return Stream.of(query == null ? new String[0] : query.split("&", -1))
                .filter(pair -> pair.equals(name) || pair.startsWith(name + "="))
                .map(pair -> pair.length() == name.length() ? "" : pair.substring(name.length() + 1)).toList();
    }
}
