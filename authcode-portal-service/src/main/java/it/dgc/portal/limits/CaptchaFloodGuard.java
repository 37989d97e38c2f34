package it.dgc.portal.limits;

import java.time.Duration;
import java.util.Collections;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.portal.limits.address.TrustedProxies;
import org.springframework.web.servlet.HandlerInterceptor;

/** Ends requests for captchas of address blocks that ask for too many; stands before whatever issues, shows or speaks one. */
public final class CaptchaFloodGuard {

    /** After which there is room again. */
    public static final Duration ROOM_AFTER = LimitsProperties.MINUTE;

    private final CaptchaFlood flood;
    private final TrustedProxies proxies;

    CaptchaFloodGuard(CaptchaFlood flood, TrustedProxies proxies) {
        this.flood = flood;
        this.proxies = proxies;
    }

    /** @param refusal how the caller is told, 429 by its status */
    public HandlerInterceptor or(Supplier<? extends RuntimeException> refusal) {
        return new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (!flood.admits(proxies.client(request.getRemoteAddr(),
                        Collections.list(request.getHeaders("X-Forwarded-For"))))) {
                    throw refusal.get();
                }
                return true;
            }
        };
    }
}
