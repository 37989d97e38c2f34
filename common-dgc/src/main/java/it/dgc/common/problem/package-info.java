/**
 * The one vocabulary of failures that the platform tells over HTTP (RFC 9457), and the shape in which it tells them.
 *
 * <p>Not here: HTTP servers and JSON libraries (see {@code it.dgc.common.spring}), reasons why a notification was
 * refused (they travel on topics), and the ministry's own error body of {@code /v1/dgc/*}.
 */
package it.dgc.common.problem;
