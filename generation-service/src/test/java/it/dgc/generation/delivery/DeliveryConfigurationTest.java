package it.dgc.generation.delivery;

import java.nio.file.Path;
import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.generation.DeploymentProperties;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.InMemoryDeliveries;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The settings of the delivery")
class DeliveryConfigurationTest {

    private static final String[] EMAIL = {"dgc.delivery.portal=https://portal.example",
            "dgc.delivery.email.from=noreply@dgc.example", "dgc.delivery.email.message-id-domain=dgc.example"};
    private static final String[] SMS = {"dgc.delivery.portal=https://portal.example",
            "dgc.delivery.sms.gateway=https://sms.example/messages", "dgc.delivery.sms.sender=Certificati"};

    @TempDir
    private static Path directory;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.config.name=generation-service")
            .withBean(Clock.class, Clock::systemUTC).withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(Secrets.class, () -> Secrets.loadOrCreate(directory))
            .withBean(Deliveries.class, () -> new InMemoryDeliveries(Clock.systemUTC()))
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Settings.class, DeliveryConfiguration.class);

    @Test
    @DisplayName("old settings start the new service: nothing is sent, nothing is lost")
    void startsWithoutAnyChannel() {
        runner.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(DeliveryJob.class);
            InMemoryDeliveries deliveries = (InMemoryDeliveries) context.getBean(Deliveries.class);
            deliveries.enter(Letters.uvci(1), Letters.record("m@example.org", null), Channel.EMAIL);
            context.getBean(DeliveryJob.class).look();
            assertThat(deliveries.waiting()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("variables that are there and empty, as compose hands them over, are as good as absent")
    void takesEmptyForAbsent() {
        runner.withPropertyValues("spring.mail.host=", "spring.mail.username=", "dgc.delivery.portal=",
                "dgc.delivery.email.from=", "dgc.delivery.email.reply-to=", "dgc.delivery.email.message-id-domain=",
                "dgc.delivery.sms.gateway=", "dgc.delivery.sms.sender=", "dgc.delivery.sms.token=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsWithBothChannels() {
        runner.withPropertyValues(EMAIL).withPropertyValues(SMS).withPropertyValues("spring.mail.host=mail.example")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void limitsEachOperationOfAConnection() {
        runner.withPropertyValues(EMAIL).withPropertyValues("spring.mail.host=mail.example").run(context -> assertThat(
                context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000").containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .containsEntry("mail.smtp.starttls.required", "true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.delivery.portal", "dgc.delivery.email.from", "dgc.delivery.email.message-id-domain"})
    void namesWhatIsMissingForMail(String setting) {
        refuses(setting, runner.withPropertyValues(EMAIL).withPropertyValues("spring.mail.host=mail.example",
                setting + "="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.delivery.portal", "dgc.delivery.sms.sender"})
    void namesWhatIsMissingForSms(String setting) {
        refuses(setting, runner.withPropertyValues(SMS).withPropertyValues(setting + "="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.delivery.sms.sender=twelve_chars", "dgc.delivery.sms.sender=a\r\nb",
            "dgc.delivery.email.message-id-domain=a>b"})
    void refusesNonsense(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @DisplayName("production sends codes over a network encrypted or not at all")
    @CsvSource({"PRODUCTION,mail.example,false,false,false", "PRODUCTION,mail.example,true,false,true",
            "PRODUCTION,mail.example,false,true,true", "PRODUCTION,127.0.0.1,false,false,true",
            "PRODUCTION,localhost,false,false,true", "PRODUCTION,127.evil.example,false,false,false",
            "DEVELOPMENT,mail.example,false,false,true"})
    void wantsMailEncrypted(String mode, String host, boolean startTls, boolean tls, boolean starts) {
        runner.withPropertyValues(EMAIL).withPropertyValues("dgc.mode=" + mode, "spring.mail.host=" + host,
                "spring.mail.properties.mail.smtp.starttls.required=" + startTls, "spring.mail.ssl.enabled=" + tls)
                .run(context -> assertThat(context.getStartupFailure() == null).isEqualTo(starts));
    }

    @ParameterizedTest
    @CsvSource({"PRODUCTION,http://sms.example/m,false", "PRODUCTION,https://sms.example/m,true",
            "PRODUCTION,http://127.0.0.1:8090/m,true", "DEVELOPMENT,http://sms.example/m,true"})
    void wantsSmsEncrypted(String mode, String gateway, boolean starts) {
        runner.withPropertyValues(SMS).withPropertyValues("dgc.mode=" + mode, "dgc.delivery.sms.gateway=" + gateway)
                .run(context -> assertThat(context.getStartupFailure() == null).isEqualTo(starts));
    }

    private static void refuses(String setting, ApplicationContextRunner without) {
        without.run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(setting));
    }

    @EnableConfigurationProperties({DeliveryProperties.class, DeploymentProperties.class})
    static class Settings {}
}
