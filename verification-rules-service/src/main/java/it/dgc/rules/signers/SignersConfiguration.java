package it.dgc.rules.signers;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import it.dgc.rules.RulesProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;

/** What the feature needs from store and broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesProperties.class)
@EnableScheduling
class SignersConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SignersConfiguration.class);

    /** Seconds; short, because reads do not wait for the store and the listener tries again anyway. */
    private static final int SERVER_FOUND_WITHIN = 5;

    /** An acknowledged step must survive a change of primary: a lost token would be given out twice (D4). */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY).readPreference(ReadPreference.primary())
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SERVER_FOUND_WITHIN, TimeUnit.SECONDS));
    }

    /** Tries for ever, whatever was thrown: this listener sets aside by itself what can never succeed (D7). */
    @Bean
    DefaultErrorHandler tryForEver(RulesProperties settings, SignerMetrics metrics) {
        ExponentialBackOff pauses = new ExponentialBackOff(settings.retryFirst().toMillis(), 2);
        pauses.setMaxInterval(settings.retryLongest().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler((message, failure) -> {
            throw new IllegalStateException("a message must not be given up", failure);
        }, pauses);
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners((message, failure, attempt) -> {
            metrics.failed();
            LOG.warn("message at offset {} not applied, attempt {}: {}", message.offset(), attempt,
                    NestedExceptionUtils.getMostSpecificCause(failure).getClass().getName());
        });
        return handler;
    }
}
