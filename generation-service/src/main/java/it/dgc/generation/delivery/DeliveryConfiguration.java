package it.dgc.generation.delivery;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.generation.DeploymentProperties;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.secrets.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.StringUtils;

/** Refuses to start on settings that would lose messages or send them in clear over a network. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryConfiguration.class);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    @Bean
    DeliveryJob deliveryJob(Deliveries deliveries, Secrets secrets, DeliveryProperties settings,
            ObjectProvider<JavaMailSenderImpl> mailServer, DeploymentProperties deployment, MeterRegistry meters,
            Clock clock) {
        Map<Channel, MessageChannel> channels = new EnumMap<>(Channel.class);
        mailServer.ifAvailable(server -> {
            if (StringUtils.hasText(server.getHost())) {
                channels.put(Channel.EMAIL, email(server, settings, deployment, clock));
            }
        });
        if (isSet(settings.sms().gateway())) {
            channels.put(Channel.SMS, sms(settings, deployment));
        }
        tellWhatIsMissing(channels);
        return new DeliveryJob(deliveries, new MessageComposer(secrets), channels, meters, clock);
    }

    /** Of its own: a mail server that is slow must not keep other jobs waiting, and a stop lets a sending end. */
    @Bean(name = DeliveryJob.SCHEDULER, defaultCandidate = false)
    ThreadPoolTaskScheduler deliveryScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("delivery-job-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds((int) DeliveryJob.LEASE.toSeconds());
        return scheduler;
    }

    private static MessageChannel email(JavaMailSenderImpl server, DeliveryProperties settings,
            DeploymentProperties deployment, Clock clock) {
        require(isSet(settings.portal()), "spring.mail.host is set: dgc.delivery.portal must be an absolute URI");
        require(StringUtils.hasText(settings.email().from()),
                "spring.mail.host is set: dgc.delivery.email.from is missing");
        require(StringUtils.hasText(settings.email().messageIdDomain()),
                "spring.mail.host is set: dgc.delivery.email.message-id-domain is missing");
        require(deployment.development() || isLoopback(server.getHost()) || isEncrypted(server),
                "Production sends mail over a network only encrypted: leave"
                        + " spring.mail.properties.mail.smtp.starttls.required at true, or set spring.mail.ssl.enabled");
        return new EmailChannel(server, settings.email(), settings.portal(), clock);
    }

    private static MessageChannel sms(DeliveryProperties settings, DeploymentProperties deployment) {
        URI gateway = settings.sms().gateway();
        require(isSet(settings.portal()),
                "dgc.delivery.sms.gateway is set: dgc.delivery.portal must be an absolute URI");
        require(StringUtils.hasText(settings.sms().sender()),
                "dgc.delivery.sms.gateway is set: dgc.delivery.sms.sender is missing");
        require(deployment.development() || isLoopback(gateway.getHost()) || "https".equals(gateway.getScheme()),
                "Production sends SMS over a network only encrypted: dgc.delivery.sms.gateway must begin with https");
        return new SmsChannel(settings.sms(), settings.portal());
    }

    private static boolean isEncrypted(JavaMailSenderImpl server) {
        Properties properties = server.getJavaMailProperties();
        String prefix = "mail." + EmailChannel.protocol(server);
        return "smtps".equals(EmailChannel.protocol(server))
                || Boolean.parseBoolean(properties.getProperty(prefix + ".ssl.enable"))
                || Boolean.parseBoolean(properties.getProperty(prefix + ".starttls.required"));
    }

    private static boolean isLoopback(String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    private static boolean isSet(URI uri) {
        return uri != null && uri.isAbsolute();
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalStateException(rule);
        }
    }

    private static void tellWhatIsMissing(Map<Channel, MessageChannel> channels) {
        for (Channel channel : Channel.values()) {
            if (!channels.containsKey(channel)) {
                LOG.warn("{} is not configured: messages that want it wait", channel);
            }
        }
    }
}
