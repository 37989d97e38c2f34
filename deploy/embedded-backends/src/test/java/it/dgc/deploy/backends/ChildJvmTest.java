package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChildJvmTest {

    private static final Duration BRIEFLY = Duration.ofSeconds(1);
    private static final Duration PATIENTLY = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void doesNothingWhilePausedAndGoesOnWhereItWas() {
        try (ChildJvm store = store()) {
            store.pause();
            assertThat(RunningBackends.MongoProbe.answers(store.address(), BRIEFLY)).isFalse();
            store.resume();
            assertThat(RunningBackends.MongoProbe.answers(store.address(), PATIENTLY)).isTrue();
        }
    }

    @Test
    void canBeKilledWhilePaused() {
        ChildJvm store = store();
        store.pause();
        store.kill();
        assertThat(RunningBackends.MongoProbe.answers(store.address(), BRIEFLY)).isFalse();
    }

    private ChildJvm store() {
        return ChildJvm.start(EmbeddedStoreMain.class, directory.resolve("errors.txt"),
                directory.resolve("store.mv").toString(), "0");
    }
}
