package it.dgc.deploy.rules.seeded.r3.generation.intake;

import it.dgc.deploy.rules.seeded.r3.generation.registry.SeededThere;

/** Breach, one half: a cycle. */
public record SeededHere(SeededThere there) {}
