package it.dgc.deploy.rules.seeded.r3.generation.registry;

import it.dgc.deploy.rules.seeded.r3.generation.intake.SeededHere;

/** Breach, the other half. */
public record SeededThere(SeededHere here) {}
