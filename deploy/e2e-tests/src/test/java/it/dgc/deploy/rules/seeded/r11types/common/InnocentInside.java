package it.dgc.deploy.rules.seeded.r11types.common;

/** Not public. */
class InnocentInside {}
