package it.dgc.deploy.rules.seeded.r12keys.generation.signing;

import java.security.PrivateKey;

/** The place of the keys. */
record InnocentSigner(PrivateKey key) {}
