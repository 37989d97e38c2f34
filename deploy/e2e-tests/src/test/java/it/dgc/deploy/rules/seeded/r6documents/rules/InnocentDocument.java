package it.dgc.deploy.rules.seeded.r6documents.rules;

/** A document at home. */
record InnocentDocument(String id) {}
