/**
 * Who may ask what: default deny, institutions by the certificate of their TLS connection, the public by a list
 * (architecture, D11; ModI ID_AUTH_CHANNEL).
 *
 * <p>A service says with one bean of type {@link it.dgc.common.spring.access.Endpoints} what it opens and to whom; a
 * controller takes the caller as {@link java.security.Principal}. Not here: limits of rates, doctors' rights, passwords
 * and sessions, which nobody has.
 */
package it.dgc.common.spring.access;
