package it.dgc.revocation.publication.events;

import java.util.Map;

import it.dgc.revocation.DrlProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What the intake needs from the broker. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EventsConfiguration.class);

    /** Tries for ever, whatever was thrown: this listener sets aside by itself what can never succeed (D7). */
    @Bean
    DefaultErrorHandler tryForEver(DrlProperties settings, EventMetrics metrics) {
        ExponentialBackOff pauses = new ExponentialBackOff(settings.retryFirst().toMillis(), 2);
        pauses.setMaxInterval(settings.retryLongest().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler((message, failure) -> {
            throw new IllegalStateException("an event must not be given up", failure);
        }, pauses);
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners((message, failure, attempt) -> {
            metrics.failed();
            LOG.warn("event at offset {} not applied, attempt {}: {}", message.offset(), attempt,
                    NestedExceptionUtils.getMostSpecificCause(failure).getClass().getName());
        });
        return handler;
    }
}
