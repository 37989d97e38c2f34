package it.dgc.generation.secrets;

import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.generation.DeploymentProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DisplayName("The keyset is looked at while the service runs, as often as configured")
class SecretsConfigurationTest {

    @TempDir
    private Path directory;

    @Test
    void takesANewKeyWithoutARestart() {
        service().run(context -> {
            FieldCipher cipher = context.getBean(Secrets.class).fields();
            int added = KeysetRotation.addKey(directory);
            await().until(() -> cipher.keyIds().contains(added));
            KeysetRotation.promote(directory, added);
            await().until(() -> cipher.primaryKeyId() == added);
        });
    }

    @Test
    @DisplayName("where nobody can tell which keys are used, all of them are")
    void keepsADroppedKeyWhereNobodyKnows() {
        service().run(context -> {
            FieldCipher cipher = context.getBean(Secrets.class).fields();
            int added = KeysetRotation.addKey(directory);
            await().until(() -> cipher.keyIds().contains(added));
            KeysetRotation.drop(directory, added);
            await().until(() -> refused(context.getBean(MeterRegistry.class)) == 1);
            assertThat(cipher.keyIds()).contains(added);
        });
    }

    @Test
    void dropsAKeyThatTheStoreNeedsNoMore() {
        service().withBean(KeysInUse.class, () -> keyId -> false).run(context -> {
            FieldCipher cipher = context.getBean(Secrets.class).fields();
            int added = KeysetRotation.addKey(directory);
            await().until(() -> cipher.keyIds().contains(added));
            KeysetRotation.drop(directory, added);
            await().until(() -> !cipher.keyIds().contains(added));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s"})
    void refusesToLookWithoutAPause(String pause) {
        service().withPropertyValues("dgc.secrets.reload-every=" + pause)
                .run(context -> assertThat(context).getFailure()
                        .hasRootCauseMessage("dgc.secrets.reload-every must be longer than nothing"));
    }

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner().withUserConfiguration(Surroundings.class, SecretsConfiguration.class)
                .withPropertyValues("dgc.mode=development", "dgc.secrets.directory=" + directory,
                        "dgc.secrets.reload-every=20ms");
    }

    private static double refused(MeterRegistry meters) {
        return meters.get("dgc.secrets.keyset-refused").gauge().value();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableConfigurationProperties({SecretsProperties.class, DeploymentProperties.class})
    static class Surroundings {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
