package it.dgc.deploy.backends;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Lets the backends be silent in the tests' output. */
final class QuietLogs {

    private static final Map<String, String> LEVELS = Map.of("kafka", "WARN", "org.apache.kafka", "WARN",
            "org.apache.kafka.controller", "ERROR", "state.change.logger", "WARN", "de.bwaldvogel.mongo", "ERROR",
            "io.netty",
            "WARN", "org.mongodb.driver", "WARN", "org.testcontainers", "OFF", "com.github.dockerjava", "OFF");

    private QuietLogs() {}

    /** Twice, since the logging system of Spring Boot may start after this, and takes its levels from the properties, or before. */
    static void set() {
        LEVELS.forEach((logger, level) -> {
            String property = "logging.level." + logger;
            if (System.getProperty(property) == null) {
                System.setProperty(property, level);
                setInLogback(logger, level);
            }
        });
    }

    private static void setInLogback(String name, String level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger && logger.getLevel() == null) {
            logger.setLevel(Level.valueOf(level));
        }
    }
}
