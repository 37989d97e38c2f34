package it.dgc.deploy.rules.seeded.r6controllers.rules;

import org.springframework.web.bind.annotation.RestController;

/** A controller at home. */
@RestController
final class InnocentController {}
