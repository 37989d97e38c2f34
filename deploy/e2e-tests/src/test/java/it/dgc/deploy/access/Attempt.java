package it.dgc.deploy.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.common.spring.access.Role;
import it.dgc.common.spring.access.TestAuthority;
import it.dgc.common.spring.access.TestIdentity;

/**
 * A kind of caller.
 *
 * @param title of its column
 * @param kind what the certificate is worth
 * @param role the role that its certificate gives it
 * @param client shows the certificate
 * @param headers names and values in turn
 */
record Attempt(String title, Kind kind, Optional<Role> role, HttpClient client, String... headers) {

    /** What stands for a connection that was refused. */
    static final int NO_CONNECTION = 0;

    /** How a caller comes. */
    enum Kind {
        /** By the plain port. */
        PLAIN,
        /** By the other one, with nothing that the services' authority signed and that holds. */
        UNTRUSTED,
        /** By the other one, known or not. */
        TRUSTED
    }

    static List<Attempt> all(TestAuthority authority) {
        String name = alternativeName(Role.SISTEMA_TS);
        Stream<Attempt> strangers = Stream.of(
                new Attempt("nothing", Kind.PLAIN, Optional.empty(), HttpClient.newHttpClient()),
                new Attempt("forged", Kind.PLAIN, Optional.empty(), HttpClient.newHttpClient(), forged(name)),
                untrusted("no-cert", authority, TestIdentity.NONE),
                untrusted("other-CA", authority, TestAuthority.create().client("CN=a", TestAuthority.dns(name))),
                untrusted("expired", authority, authority.expired(TestAuthority.dns(name))),
                trusted("other-SAN", authority, Optional.empty(),
                        authority.client("CN=a", TestAuthority.dns("other.dgc.test"))),
                trusted("CN-only", authority, Optional.empty(), authority.client("CN=" + name)),
                trusted("CN-tricky", authority, Optional.empty(), authority.client("CN=x\\,CN\\=" + name)));
        return Stream.concat(strangers, Arrays.stream(Role.values()).map(role -> trusted(role.name(), authority,
                Optional.of(role), authority.client("CN=a", TestAuthority.dns(alternativeName(role)))))).toList();
    }

    static String alternativeName(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".dgc.test";
    }

    /** @return the status; {@link #NO_CONNECTION} where TLS came to nothing */
    int at(RunningServices.Running service, Endpoint endpoint) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create((kind == Kind.PLAIN ? service.plain() : service.institutional())
                        + endpoint.path()))
                .method(endpoint.method(), BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException refused) {
            return NO_CONNECTION;
        }
    }

    private static Attempt untrusted(String title, TestAuthority authority, TestIdentity identity) {
        return new Attempt(title, Kind.UNTRUSTED, Optional.empty(), identity.client(authority));
    }

    private static Attempt trusted(String title, TestAuthority authority, Optional<Role> role,
            TestIdentity identity) {
        return new Attempt(title, Kind.TRUSTED, role, identity.client(authority));
    }

    /** Reliability B02 and T19: what proxies say of callers, said by the caller. */
    private static String[] forged(String name) {
        return new String[]{"X-Client-Cert", name, "X-SSL-Client-DN", "CN=" + name, "X-SSL-Client-Verify", "SUCCESS",
                "X-Forwarded-Client-Cert", "DNS=" + name, "X-Forwarded-Proto", "https", "X-Forwarded-For",
                "127.0.0.1", "Forwarded", "for=127.0.0.1;proto=https", "Client-Cert", ":MIIB:", "Authorization",
                "Basic dXNlcjp1c2Vy", "X-HTTP-Method-Override", "GET"};
    }
}
