/**
 * What every service gets from Spring Boot without asking: a clock, and failures told as problems (RFC 9457).
 *
 * <p>The only room of this module that knows Spring. Not here: who may ask what (see {@code access}), metrics, settings, and
 * anything that only one service needs.
 */
package it.dgc.common.spring;
