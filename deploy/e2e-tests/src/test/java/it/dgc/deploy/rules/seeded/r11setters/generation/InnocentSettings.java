package it.dgc.deploy.rules.seeded.r11setters.generation;

/** A name that only begins so. */
record InnocentSettings(String settings) {}
