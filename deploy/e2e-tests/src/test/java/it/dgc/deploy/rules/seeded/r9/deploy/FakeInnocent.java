package it.dgc.deploy.rules.seeded.r9.deploy;

/** Deploy has doubles. */
final class FakeInnocent {}
