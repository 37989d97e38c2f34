package it.dgc.deploy.rules.seeded.r10store.generation;

import org.bson.types.ObjectId;

/** Breach: the core speaks BSON. */
record SeededCore(ObjectId id) {}
