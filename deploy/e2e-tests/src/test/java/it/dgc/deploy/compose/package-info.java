/**
 * What of the compose rehearsal can be checked without containers: settings, versions, ports, topics, the edge's
 * configuration. That the containers start is not proved here.
 */
package it.dgc.deploy.compose;
