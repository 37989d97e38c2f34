package it.dgc.deploy.local.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which header fields cross the edge, and under which name (RFC 9110, 7.6.1; RFC 7239, 8.1). */
final class PassedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-authenticate",
            "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    /** Written anew for the second connection. */
    private static final Set<String> WRITTEN_ANEW = Set.of("host", "content-length", "expect");

    /** Said by a proxy about the caller; from a caller they would be a claim about himself. */
    private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "x-client-cert", "client-cert",
            "client-cert-chain");
    private static final Set<String> CLAIM_PREFIXES = Set.of("x-forwarded-", "x-client-cert-", "x-ssl-",
            "ssl-client-");

    /** Clients read X-RESUME-TOKEN and X-KID letter for letter (VerificaC19 protocol, I12). */
    private static final Map<String, String> LITERAL_NAMES = Stream.of("X-RESUME-TOKEN", "X-KID", "ETag",
            "WWW-Authenticate").collect(Collectors.toUnmodifiableMap(PassedHeaders::lower, name -> name));

    private final Set<String> namedByConnection;

    /** @param connection values of the Connection field, which names further fields of this hop; may be empty */
    PassedHeaders(Stream<String> connection) {
        namedByConnection = connection.flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> lower(name.strip())).collect(Collectors.toUnmodifiableSet());
    }

    boolean toService(String name) {
        return toCaller(name) && !WRITTEN_ANEW.contains(lower(name)) && !isClaim(lower(name).replace('_', '-'));
    }

    boolean toCaller(String name) {
        String lower = lower(name);
        return !lower.startsWith(":") && !HOP_BY_HOP.contains(lower) && !namedByConnection.contains(lower);
    }

    /** The JDK's client hands all names over in small letters; callers get them in the usual spelling. */
    static String usualSpelling(String name) {
        String literal = LITERAL_NAMES.get(lower(name));
        return literal != null
                ? literal
                : Arrays.stream(name.split("-")).map(PassedHeaders::capitalised)
                        .collect(Collectors.joining("-"));
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static boolean isClaim(String name) {
        return CLAIMS.contains(name) || CLAIM_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
