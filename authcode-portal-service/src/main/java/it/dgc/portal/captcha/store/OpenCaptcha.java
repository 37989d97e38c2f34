package it.dgc.portal.captcha.store;

import java.time.Instant;

/**
 * A captcha that can still be redeemed.
 *
 * @param id names it; cannot be guessed
 * @param use what it is for: form and kind
 * @param answer keyed hash of the solution
 * @param expiresAt the last moment at which it is good
 */
public record OpenCaptcha(String id, String use, String answer, Instant expiresAt) {}
