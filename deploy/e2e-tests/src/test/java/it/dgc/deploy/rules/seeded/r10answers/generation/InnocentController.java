package it.dgc.deploy.rules.seeded.r10answers.generation;

import org.springframework.http.ResponseEntity;

/** Controllers speak HTTP. */
record InnocentController(ResponseEntity<String> answer) {}
