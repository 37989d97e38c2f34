package it.dgc.deploy.rules.seeded.r11types.common;

/** Breach: a type of common that anybody may extend. */
public class SeededOpenness {}
