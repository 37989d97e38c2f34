package it.dgc.deploy.rules.seeded.r2.common.spring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework is welcome here. */
final class InnocentBeans {

    static final Logger LOG = LoggerFactory.getLogger(InnocentBeans.class);

    private InnocentBeans() {}
}
