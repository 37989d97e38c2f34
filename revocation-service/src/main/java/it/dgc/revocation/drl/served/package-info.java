/** Where those who publish and those who answer verifiers meet: the version that is served. */
package it.dgc.revocation.drl.served;
