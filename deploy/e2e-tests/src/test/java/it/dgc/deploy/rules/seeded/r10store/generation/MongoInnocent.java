package it.dgc.deploy.rules.seeded.r10store.generation;

import org.bson.types.ObjectId;

/** Adapters speak BSON. */
record MongoInnocent(ObjectId id) {}
