package it.dgc.deploy.rules.seeded.r1.rules;

import it.dgc.deploy.rules.seeded.r1.common.InnocentWord;

/** What the other service has. */
public record Neighbour(InnocentWord word) {}
