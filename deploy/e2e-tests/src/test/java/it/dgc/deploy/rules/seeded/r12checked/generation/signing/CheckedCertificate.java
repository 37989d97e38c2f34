package it.dgc.deploy.rules.seeded.r12checked.generation.signing;

/** A certificate that passed every check. */
record CheckedCertificate(String claims) {}
