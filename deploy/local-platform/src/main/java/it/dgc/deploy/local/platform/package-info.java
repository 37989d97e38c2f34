/**
 * The whole platform in one process: broker, store, services and edge, started in an order that works and stopped in the
 * reverse one; or one of these parts alone.
 *
 * <p>Parts know each other by addresses only, so that each can as well run in a process of its own. No business rule
 * lives here. Not for production, which runs the services' own jars against clusters.
 */
package it.dgc.deploy.local.platform;
