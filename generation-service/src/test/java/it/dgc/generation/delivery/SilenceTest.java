package it.dgc.generation.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.codes.AuthCode;
import it.dgc.generation.DeploymentProperties;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.InMemoryDeliveries;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("reliability P22: no log tells whom a message went to or what it said, at any level of the root")
class SilenceTest {

    private static final String ADDRESS = "canarina.provetti@posta.example";
    private static final String NUMBER = "+447700900123";
    private static final List<String> REFUSALS = List.of("550 5.1.1 <" + ADDRESS + "> is unknown here",
            "451 4.7.1 <" + ADDRESS + "> is greylisted", "550 5.7.1 <" + ADDRESS + "> is not relayed");

    @TempDir
    private static Path directory;

    private final MailServer mail = new MailServer();
    private final Gateway gateway = new Gateway();

    @AfterEach
    void stop() {
        mail.close();
        gateway.close();
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEBUG", "TRACE"})
    void tellsNothingOfWhatItSends(String level, CapturedOutput output) {
        try (ConfigurableApplicationContext service = start(level)) {
            InMemoryDeliveries deliveries = (InMemoryDeliveries) service.getBean(Deliveries.class);
            enter(deliveries, 1);
            awaitEnd(deliveries, 0);
            assertThat(mail.mails()).hasSize(1);
            assertThat(gateway.requests()).hasSize(1);
            for (int number = 0; number < REFUSALS.size(); number++) {
                mail.answeringRecipient(REFUSALS.get(number));
                gateway.answering(number == 0 ? 422 : 503);
                enter(deliveries, 2 + number);
                awaitEnd(deliveries, 2 * number);
            }
            assertThat(output).contains(" " + level + " ").contains("SMTP_550", "HTTP_422").doesNotContain(ADDRESS,
                    "canarina", NUMBER, NUMBER.substring(1), "Canarina", "Provetti", "Ca*P", "CA*P");
            Secrets secrets = service.getBean(Secrets.class);
            for (int number = 1; number <= 4; number++) {
                AuthCode code = secrets.codes().authCode(Letters.uvci(number));
                assertThat(output).doesNotContain(code.value(), code.sha256Hex(), Letters.uvci(number).value());
            }
        }
    }

    @Test
    @DisplayName("the settings of the service keep the library silent, not chance")
    void wouldHearTheLibrary(CapturedOutput output) {
        try (ConfigurableApplicationContext service = start("INFO", "--logging.level.org.eclipse.angus.mail=TRACE")) {
            InMemoryDeliveries deliveries = (InMemoryDeliveries) service.getBean(Deliveries.class);
            enter(deliveries, 1);
            awaitEnd(deliveries, 0);
            assertThat(output).contains(ADDRESS, service.getBean(Secrets.class).codes().authCode(Letters.uvci(1))
                    .value());
        }
    }

    private static void enter(InMemoryDeliveries deliveries, int number) {
        deliveries.enter(Letters.uvci(number), Letters.record(ADDRESS, NUMBER), Channel.EMAIL);
        deliveries.enter(Letters.uvci(number), Letters.record(ADDRESS, NUMBER), Channel.SMS);
    }

    /** @param postponed how many stay */
    private static void awaitEnd(InMemoryDeliveries deliveries, int postponed) {
        Awaitility.await().until(() -> deliveries.untried() == 0 && deliveries.waiting() == postponed);
    }

    private ConfigurableApplicationContext start(String level, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--logging.level.root=" + level,
                // The server of this test is the other side, and may say what it likes.
                "--logging.level.org.subethamail=OFF", "--dgc.mode=DEVELOPMENT",
                "--dgc.secrets.directory=" + directory, "--dgc.delivery.look-every=10ms",
                "--dgc.delivery.portal=https://portal.example", "--dgc.delivery.email.from=noreply@dgc.example",
                "--dgc.delivery.email.message-id-domain=dgc.example", "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.port(),
                "--spring.mail.properties.mail.smtp.starttls.required=false",
                "--dgc.delivery.sms.gateway=" + gateway.uri(), "--dgc.delivery.sms.sender=Certificati"));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(Service.class).properties("spring.config.name=generation-service")
                .web(WebApplicationType.NONE).run(arguments.toArray(String[]::new));
    }

    @EnableScheduling
    @Import({Surroundings.class, DeliveryConfiguration.class})
    @ImportAutoConfiguration(MailSenderAutoConfiguration.class)
    @EnableConfigurationProperties({DeliveryProperties.class, DeploymentProperties.class})
    static class Service {}

    static class Surroundings {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Secrets secrets() {
            return Secrets.loadOrCreate(directory);
        }

        @Bean
        Deliveries deliveries(Clock clock) {
            return new InMemoryDeliveries(clock);
        }
    }
}
