package it.dgc.generation.intake;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.messages.Topics;
import it.dgc.generation.events.SignerPublication;
import it.dgc.generation.issuance.CertificateIssuance;
import it.dgc.generation.registry.RegistrySetup;
import it.dgc.generation.secrets.Secrets;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IntakeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeConfiguration.class);
    private static final double RETRY_GROWTH = 2;
    /** One for each recurring job, so that none waits for another that waits for the broker. */
    private static final int JOBS = 3;

    @Bean
    DeadLetters deadLetters(KafkaTemplate<byte[], byte[]> kafka, Secrets secrets) {
        return new DeadLetters(kafka, secrets);
    }

    @Bean
    ExemptionListener exemptionListener(CertificateIssuance issuance, DeadLetters deadLetters, MeterRegistry meters) {
        return new ExemptionListener(issuance, deadLetters, meters);
    }

    @Bean
    IntakeOpening intakeOpening(KafkaAdmin topics, RegistrySetup registry, SignerPublication signers,
            KafkaListenerEndpointRegistry listeners) {
        return new IntakeOpening(topics, registry, signers, listeners);
    }

    @Bean
    HealthIndicator intakeHealthIndicator(IntakeOpening opening) {
        return () -> (opening.isRunning() ? Health.up() : Health.down()).build();
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS);
        scheduler.setThreadNamePrefix("generation-job-");
        return scheduler;
    }

    /** Whatever the listener throws is tried again for ever, in order: a record is never logged and skipped. */
    @Bean
    CommonErrorHandler retryForEver(IntakeProperties properties) {
        ExponentialBackOff pauses = new ExponentialBackOff(properties.firstRetry().toMillis(), RETRY_GROWTH);
        pauses.setMaxInterval(properties.longestRetry().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        // Messages of exceptions can quote identifiers: only the kind of failure is logged.
        handler.setLogLevel(KafkaException.Level.TRACE);
        handler.setRetryListeners(
                (record, failure, attempt) -> LOG.warn("{}-{}@{} waits, attempt {}: {}", record.topic(),
                        record.partition(), record.offset(), attempt,
                        NestedExceptionUtils.getMostSpecificCause(failure).getClass().getName()));
        return handler;
    }

    @Bean
    KafkaAdmin.NewTopics topics(IntakeProperties properties) {
        return new KafkaAdmin.NewTopics(topic(Topics.EXEMPTIONS, properties).build(),
                topic(Topics.deadLettersOf(Topics.EXEMPTIONS), properties).build(),
                topic(Topics.CERTIFICATE_EVENTS, properties).build(), signerTopic(properties));
    }

    private static TopicBuilder topic(String name, IntakeProperties properties) {
        return TopicBuilder.name(name).partitions(properties.partitions()).replicas(properties.replicas());
    }

    private static NewTopic signerTopic(IntakeProperties properties) {
        return topic(Topics.SIGNER_CERTIFICATES, properties).partitions(1)
                .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT).build();
    }
}
