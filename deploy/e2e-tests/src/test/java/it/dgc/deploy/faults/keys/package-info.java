/** Signing keys of a run, and a verifier that notes when it was given which; what is signed is looked at elsewhere. */
package it.dgc.deploy.faults.keys;
