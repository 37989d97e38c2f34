/**
 * Who reaches what: every endpoint that the running services map, tried by every kind of caller (reliability P24).
 *
 * <p>What an endpoint then answers is its own service's affair.
 */
package it.dgc.deploy.access;
