/** A network on loopback that can be as bad as a real one: what stands between the parts of the platform while they are tested. */
package it.dgc.deploy.faults.network;
