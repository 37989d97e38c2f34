package it.dgc.deploy.rules.seeded.r9.generation;

/** Breach: a double in production. */
final class MockSeeded {}
