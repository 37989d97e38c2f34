package it.dgc.deploy.rules.seeded.r6adapters.rules;

/** An adapter at home. */
final class MongoInnocent {}
