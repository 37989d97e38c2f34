package it.dgc.deploy.rules.seeded.r2messages.common.messages;

import it.dgc.deploy.rules.seeded.r2messages.common.hcert.KeyId;

/** Breach: a shape on the wire that changes with a type of ours. */
record SeededMessage(KeyId key) {}
