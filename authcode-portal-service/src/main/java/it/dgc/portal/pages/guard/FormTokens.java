package it.dgc.portal.pages.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.portal.limits.keys.KeyedHash;
import it.dgc.portal.pages.site.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Tokens of forms, double-submitted: the cookie holds a random value, the form its keyed hash, and nobody but us can make one fit
 * the other. Nothing is kept, and all instances share the key.
 */
public final class FormTokens {

    /** The field. */
    public static final String FIELD = "token";

    /** 128 bits. */
    private static final int BYTES = 16;
    private static final String FORM = "[0-9a-f]{32}";

    private final KeyedHash hash;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param hash shared by all instances
     * @param secure whether the cookie goes over TLS only
     */
    public FormTokens(KeyedHash hash, boolean secure) {
        this.hash = hash;
        this.secure = secure;
    }

    /** @return for the field; the answer gets the cookie, unless the browser has it */
    public String give(Page page, HttpServletRequest request, HttpServletResponse response) {
        return token(cookie(request).orElseGet(() -> bake(response)), page);
    }

    boolean isIn(HttpServletRequest request) {
        String token = Optional.ofNullable(request.getParameter(FIELD)).orElse("");
        return cookie(request)
                .flatMap(cookie -> Page.ofPath(request.getRequestURI()).map(page -> token(cookie, page)))
                .filter(right -> isEqual(right, token)).isPresent();
    }

    private String token(String cookie, Page page) {
        return hash.text("pages.form", cookie, page.name());
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name())).map(Cookie::getValue)
                .filter(value -> value.matches(FORM)).findFirst();
    }

    private String bake(HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String value = HexFormat.of().formatHex(bytes);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name(), value).path("/").httpOnly(true)
                .secure(secure).sameSite("Strict").build().toString());
        return value;
    }

    /** With the prefix, browsers take it from this host over TLS alone (RFC 6265bis, 4.1.3.2). */
    private String name() {
        return secure ? "__Host-dgc-form" : "dgc-form";
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
