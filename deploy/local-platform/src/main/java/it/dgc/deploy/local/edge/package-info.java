/**
 * The one HTTP port in front of the services on the local platform: routes by prefix, passes everything else through.
 *
 * <p>It decides nothing about certificates and keeps nothing. Not for production: there an ingress or nginx does this
 * work. Why it is not Spring Cloud Gateway: {@code docs/adr}.
 */
package it.dgc.deploy.local.edge;
