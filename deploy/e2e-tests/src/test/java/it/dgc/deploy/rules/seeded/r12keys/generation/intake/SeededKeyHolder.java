package it.dgc.deploy.rules.seeded.r12keys.generation.intake;

import java.security.interfaces.ECPrivateKey;

/** Breach: a private key on its way through the house. */
record SeededKeyHolder(ECPrivateKey key) {}
