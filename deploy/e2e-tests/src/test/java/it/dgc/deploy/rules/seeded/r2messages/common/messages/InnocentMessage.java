package it.dgc.deploy.rules.seeded.r2messages.common.messages;

/** Text stays text. */
record InnocentMessage(String key) {}
