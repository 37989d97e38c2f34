package it.dgc.deploy.rules.seeded.r2messages.common.hcert;

/** A type of ours. */
public record KeyId(String value) {}
