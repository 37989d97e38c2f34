package it.dgc.deploy.rules.seeded.r6controllers.rules;

import org.springframework.web.bind.annotation.RestController;

/** Breach: a controller that others can call. */
@RestController
public final class SeededController {}
