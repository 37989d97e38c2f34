package it.dgc.common.spring.access;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom a client certificate stands for: the one of its subject alternative names that is configured. The common name is
 * not asked (RFC 9525, 1.2): reading it has let strangers in before (CVE-2026-22747).
 */
final class Callers {

    /** RFC 5280, 4.2.1.6: dNSName [2] and uniformResourceIdentifier [6]. */
    private static final Integer DNS_NAME = 2;
    private static final Integer URI = 6;

    private final Map<String, Set<Role>> known = new HashMap<>();

    Callers(Map<Role, List<String>> configured) {
        configured.forEach((role, names) -> names.forEach(
                name -> known.computeIfAbsent(normal(name), any -> EnumSet.noneOf(Role.class)).add(role)));
    }

    /** A certificate with the names of two callers is of neither: an audit could not tell who it was. */
    Caller of(X509Certificate certificate) {
        List<String> names = names(certificate).filter(known::containsKey).distinct().toList();
        return names.size() == 1 ? new Caller(names.getFirst(), known.get(names.getFirst())) : Caller.STRANGER;
    }

    private static Stream<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? Stream.empty() : names.stream().map(Callers::name).filter(Objects::nonNull);
        } catch (CertificateParsingException unreadable) {
            return Stream.empty();
        }
    }

    /** A DNS name that looks like a URI, or the other way round, stands for nobody. */
    private static String name(List<?> kindAndValue) {
        Object kind = kindAndValue.get(0);
        return (DNS_NAME.equals(kind) || URI.equals(kind)) && kindAndValue.get(1) instanceof String value
                && URI.equals(kind) == isUri(value) ? normal(value) : null;
    }

    /** DNS names do not know capitals; URIs do. */
    private static String normal(String name) {
        return isUri(name) ? name : name.toLowerCase(Locale.ROOT);
    }

    private static boolean isUri(String name) {
        return name.indexOf(':') >= 0;
    }
}
