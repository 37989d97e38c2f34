package it.dgc.deploy.rules.seeded.r5.generation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings as they should be. */
@ConfigurationProperties("innocent")
record InnocentSettings(String text) {}
