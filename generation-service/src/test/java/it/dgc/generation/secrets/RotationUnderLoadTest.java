package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P23: the keyset rotates under load, and no field is lost meanwhile")
@Timeout(120)
class RotationUnderLoadTest {

    private static final int THREADS = 8;
    private static final int ROTATIONS = 10;
    private static final String CONTEXT = "certificates/record";
    private static final byte[] PLAIN = "Sintetica Maria".getBytes(UTF_8);

    @TempDir
    private Path directory;
    private final AtomicReferenceArray<byte[]> stored = new AtomicReferenceArray<>(THREADS);
    private final AtomicInteger nextSlot = new AtomicInteger();
    private final AtomicBoolean rotated = new AtomicBoolean();
    private FieldCipher cipher;
    private KeysetReload reload;

    @BeforeEach
    void storeOneFieldForEachThread() {
        cipher = Secrets.loadOrCreate(directory).fields();
        reload = new KeysetReload(cipher, directory, this::isStoredUnder, new SimpleMeterRegistry());
        for (int slot = 0; slot < THREADS; slot++) {
            stored.set(slot, cipher.encrypt(PLAIN, CONTEXT));
        }
    }

    @Test
    void failsForNobody() throws InterruptedException, ExecutionException {
        int first = cipher.primaryKeyId();
        try (ExecutorService operator = Executors.newSingleThreadExecutor()) {
            Future<?> rotations = operator.submit(this::rotateOften);
            List<Integer> rounds = Together.run(THREADS, readAndWriteUntilRotated());
            rotations.get();
            assertThat(rounds).allSatisfy(done -> assertThat(done).isGreaterThan(ROTATIONS));
        }
        assertThat(cipher.keyIds()).hasSize(1).doesNotContain(first);
        assertThat(isStoredUnder(cipher.primaryKeyId())).isTrue();
    }

    private Callable<Integer> readAndWriteUntilRotated() {
        return () -> {
            int slot = nextSlot.getAndIncrement();
            int rounds = 0;
            while (!rotated.get()) {
                assertThat(cipher.decrypt(stored.get(slot), CONTEXT)).isEqualTo(PLAIN);
                stored.set(slot, cipher.encrypt(PLAIN, CONTEXT));
                rounds++;
            }
            return rounds;
        };
    }

    private void rotateOften() {
        try {
            for (int i = 0; i < ROTATIONS; i++) {
                rotate();
            }
        } finally {
            rotated.set(true);
        }
    }

    private void rotate() {
        int old = cipher.primaryKeyId();
        int added = KeysetRotation.addKey(directory);
        reload.look();
        KeysetRotation.promote(directory, added);
        reload.look();
        KeysetRotation.drop(directory, old);
        while (cipher.keyIds().contains(old)) {
            reload.look();
        }
    }

    private boolean isStoredUnder(int keyId) {
        for (int slot = 0; slot < THREADS; slot++) {
            if (FieldCipher.keyIdOf(stored.get(slot)).equals(OptionalInt.of(keyId))) {
                return true;
            }
        }
        return false;
    }
}
