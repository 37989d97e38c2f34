package it.dgc.deploy.rules.seeded.r8.common;

/** A name that only begins so. */
final class InnocentHelping {}
