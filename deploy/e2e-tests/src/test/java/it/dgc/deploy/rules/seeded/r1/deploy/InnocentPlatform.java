package it.dgc.deploy.rules.seeded.r1.deploy;

import it.dgc.deploy.rules.seeded.r1.rules.Neighbour;

/** Deploy sees all. */
record InnocentPlatform(Neighbour neighbour) {}
