package it.dgc.deploy.rules.seeded.r6documents.rules;

/** Breach: the store's shape in other features' hands. */
public record SeededDocument(String id) {}
