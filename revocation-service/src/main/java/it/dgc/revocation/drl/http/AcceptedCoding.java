package it.dgc.revocation.drl.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** In which form a body is sent (RFC 9110, section 12.5.3). */
enum AcceptedCoding {
    IDENTITY, GZIP;

    private static final Pattern GZIP_WANTED = Pattern
            .compile("\\s*(?:gzip|x-gzip|\\*)\\s*(?:;\\s*q=([0-9.]{1,5})\\s*)?");

    /** @param header {@code Accept-Encoding}, may be {@code null}; what is not understood asks for nothing */
    static AcceptedCoding of(String header) {
        boolean gzip = header != null
                && Stream.of(header.toLowerCase(Locale.ROOT).split(",")).anyMatch(AcceptedCoding::wantsGzip);
        return gzip ? GZIP : IDENTITY;
    }

    private static boolean wantsGzip(String coding) {
        Matcher matcher = GZIP_WANTED.matcher(coding);
        return matcher.matches() && (matcher.group(1) == null || !matcher.group(1).matches("0?(\\.0*)?"));
    }
}
