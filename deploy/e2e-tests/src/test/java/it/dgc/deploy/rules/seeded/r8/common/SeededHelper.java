package it.dgc.deploy.rules.seeded.r8.common;

/** Breach: a name that says nothing. */
final class SeededHelper {}
