package it.dgc.deploy.rules.seeded.r10answers.generation;

import org.springframework.http.ProblemDetail;

/** Breach: the core speaks HTTP. */
record SeededService(ProblemDetail problem) {}
