package it.dgc.generation.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.messages.Topics;
import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.events.SignerPublication;
import it.dgc.generation.issuance.CertificateIssuance;
import it.dgc.generation.issuance.IssuanceInStep;
import it.dgc.generation.registry.RegistrySetup;
import it.dgc.generation.revocation.CertificateRevocation;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.sharing.Cohorts;
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
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
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
    private static final int JOBS = 9;

    @Bean
    Gate gate(DeadLetters deadLetters, MeterRegistry meters, Cohorts cohorts) {
        return new Gate(deadLetters, meters, cohorts);
    }

    @Bean
    ExemptionListener exemptionListener(CertificateIssuance issuance, IssuanceInStep inStep, Gate gate,
            Secrets secrets) {
        return new ExemptionListener(issuance, inStep, gate, secrets);
    }

    /** Platform threads: virtual ones, so many at once, can wait for each other's class files on a machine of few cores. */
    @Bean
    Cohorts cohorts(IntakeProperties properties) {
        return new Cohorts("intake", properties.atOnce());
    }

    /** A batch of one partition: where it stops, the other partitions go on. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> batchesOfOnePartition() {
        return container -> container.getContainerProperties().setSubBatchPerPartition(true);
    }

    @Bean
    RevocationListener revocationListener(CertificateRevocation revocation, Gate gate, Clock clock) {
        return new RevocationListener(revocation, gate, clock);
    }

    @Bean
    IntakeOpening intakeOpening(KafkaAdmin topics, List<RegistrySetup> stores, SignerPublication signers,
            KafkaListenerEndpointRegistry listeners) {
        return new IntakeOpening(topics, stores, signers, listeners);
    }

    @Bean
    HealthIndicator intakeHealthIndicator(IntakeOpening opening, Gate gate) {
        return () -> (opening.isRunning() && !gate.isStricken() ? Health.up() : Health.down()).build();
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
        return new KafkaAdmin.NewTopics(
                kept(topic(Topics.EXEMPTIONS, properties), properties.notificationsKeptFor()),
                kept(topic(Topics.deadLettersOf(Topics.EXEMPTIONS), properties), properties.deadLettersKeptFor()),
                kept(topic(Topics.REVOCATIONS, properties), properties.notificationsKeptFor()),
                kept(topic(Topics.deadLettersOf(Topics.REVOCATIONS), properties), properties.deadLettersKeptFor()),
                kept(topic(Topics.REVOCATION_REQUESTS, properties), properties.notificationsKeptFor()),
                kept(topic(Topics.deadLettersOf(Topics.REVOCATION_REQUESTS), properties),
                        properties.deadLettersKeptFor()),
                keptForEver(topic(Topics.CERTIFICATE_EVENTS, properties)), signerTopic(properties),
                // One partition: one writer at a time chains the events, in one order.
                keptForEver(topic(Topics.AUDIT, properties).partitions(1)));
    }

    private static NewTopic kept(TopicBuilder topic, Duration time) {
        return topic.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())).build();
    }

    private static NewTopic keptForEver(TopicBuilder topic) {
        return topic.config(TopicConfig.RETENTION_MS_CONFIG, "-1").build();
    }

    private static TopicBuilder topic(String name, IntakeProperties properties) {
        return TopicBuilder.name(name).partitions(properties.partitions()).replicas(properties.replicas());
    }

    private static NewTopic signerTopic(IntakeProperties properties) {
        return topic(Topics.SIGNER_CERTIFICATES, properties).partitions(1)
                .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT).build();
    }
}
