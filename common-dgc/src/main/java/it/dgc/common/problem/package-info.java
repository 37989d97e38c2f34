/**
 * The one vocabulary of failures that the platform tells over HTTP (RFC 9457), the shape in which it tells them, and the
 * ministry's own error body, which {@code /v1/dgc/*} keeps.
 *
 * <p>Not here: HTTP servers and JSON libraries (see {@code it.dgc.common.spring}), and reasons why a notification was
 * refused (they travel on topics).
 */
package it.dgc.common.problem;
