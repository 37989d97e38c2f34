package it.dgc.deploy.rules.seeded.r1.generation;

import it.dgc.deploy.rules.seeded.r1.rules.Neighbour;

/** Breach: sees another service. */
record SeededCuriosity(Neighbour neighbour) {}
