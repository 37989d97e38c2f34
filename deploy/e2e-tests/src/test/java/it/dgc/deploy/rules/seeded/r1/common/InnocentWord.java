package it.dgc.deploy.rules.seeded.r1.common;

/** Common is for all. */
public record InnocentWord(String text) {}
