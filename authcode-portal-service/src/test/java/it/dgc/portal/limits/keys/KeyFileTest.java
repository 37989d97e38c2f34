package it.dgc.portal.limits.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import it.dgc.portal.limits.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyFileTest {

    @TempDir
    private Path directory;

    @Test
    void stopsWhereTheKeyIsMissing() {
        assertThatIllegalStateException().isThrownBy(() -> new KeyFile(directory).load())
                .withMessageContaining("portal-hash.key").withMessageContaining("dgc.secrets.directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Canary-7", "Q2FuYXJ5LTc=", "Canary-7Canary-7Canary-7Canary-7Canary-7Canary-7"})
    void stopsWithoutQuotingAKeyThatIsNone(String text) throws IOException {
        Files.writeString(directory.resolve(KeyFile.NAME), text);
        assertThatIllegalStateException().isThrownBy(() -> new KeyFile(directory).loadOrCreate())
                .withMessageNotContaining("Canary").withMessageContaining("portal-hash.key").withNoCause();
    }

    @Test
    void makesOneKeyForAllThatStartAtOnce() throws IOException {
        Path shared = directory.resolve("secrets");
        assertThat(AtOnce.run(16, i -> new KeyFile(shared).loadOrCreate().text("a"))).containsOnly(
                new KeyFile(shared).load().text("a"));
        assertThat(Files.list(shared)).containsExactly(shared.resolve(KeyFile.NAME));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.resolve(KeyFile.NAME))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesAKeyOnlyInDevelopment() {
        ApplicationContextRunner service = new ApplicationContextRunner().withUserConfiguration(KeysConfiguration.class)
                .withPropertyValues("dgc.secrets.directory=" + directory);
        service.run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("dgc.mode=development")
                .run(context -> assertThat(context).hasSingleBean(KeyedHash.class));
        service.run(context -> assertThat(context).hasSingleBean(KeyedHash.class));
    }
}
