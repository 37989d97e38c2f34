/**
 * Tells the other services what happened: events leave the outboxes of the register for {@code dgc.certificate-events},
 * signer certificates go to {@code dgc.signer-certificates}.
 */
package it.dgc.generation.events;
