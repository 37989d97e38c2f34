package it.dgc.deploy.rules.seeded.r5.generation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Breach: settings that are no record. */
@ConfigurationProperties("seeded")
final class SeededSettings {}
