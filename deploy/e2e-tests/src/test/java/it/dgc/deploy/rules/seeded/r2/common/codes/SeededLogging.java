package it.dgc.deploy.rules.seeded.r2.common.codes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breach: a library that the norm does not need. */
final class SeededLogging {

    static final Logger LOG = LoggerFactory.getLogger(SeededLogging.class);

    private SeededLogging() {}
}
