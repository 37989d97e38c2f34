package it.dgc.deploy.rules.seeded.r11types.common;

/** A closed type. */
public final class InnocentClosedness {}
