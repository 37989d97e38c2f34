package it.dgc.deploy.rules.seeded.r6adapters.rules;

/** Breach: an adapter that others can make. */
public final class MongoSeeded {}
