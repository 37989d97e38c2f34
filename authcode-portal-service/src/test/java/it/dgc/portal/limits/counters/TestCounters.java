package it.dgc.portal.limits.counters;

import org.springframework.data.mongodb.core.MongoTemplate;

/** The counters, for tests of those who use them. */
public final class TestCounters {

    private TestCounters() {}

    public static Counters on(MongoTemplate template) {
        return new MongoCounters(template);
    }
}
