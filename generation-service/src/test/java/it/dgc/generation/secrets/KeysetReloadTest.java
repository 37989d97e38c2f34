package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D10: the field-encryption keyset rotates while the service runs")
@ExtendWith(OutputCaptureExtension.class)
class KeysetReloadTest {

    private static final String CONTEXT = "certificates/record";
    private static final byte[] PLAIN = "Sintetica Maria".getBytes(UTF_8);

    @TempDir
    private Path directory;
    private final Set<Integer> inUse = new HashSet<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FieldCipher cipher;
    private KeysetReload reload;
    private int first;

    @BeforeEach
    void start() {
        cipher = Secrets.loadOrCreate(directory).fields();
        first = cipher.primaryKeyId();
        reload = new KeysetReload(cipher, directory, inUse::contains, meters);
        inUse.add(first);
    }

    @Test
    void takesEachStepOfARotation() {
        byte[] old = cipher.encrypt(PLAIN, CONTEXT);
        int added = KeysetRotation.addKey(directory);
        reload.look();
        assertThat(cipher.keyIds()).containsExactlyInAnyOrder(first, added);
        assertThat(cipher.primaryKeyId()).isEqualTo(first);

        KeysetRotation.promote(directory, added);
        reload.look();
        assertThat(FieldCipher.keyIdOf(cipher.encrypt(PLAIN, CONTEXT))).hasValue(added);
        assertThat(cipher.decrypt(old, CONTEXT)).isEqualTo(PLAIN);

        inUse.remove(first);
        KeysetRotation.drop(directory, first);
        reload.look();
        assertThat(cipher.keyIds()).containsExactly(added);
        assertThat(refused()).isZero();
    }

    @Test
    @DisplayName("two instances see the new file at different times: that is why a key is added before it is promoted")
    void readsWhatAnInstanceThatIsAheadHasWritten() {
        FieldCipher late = Secrets.load(directory).fields();
        KeysetReload lateReload = new KeysetReload(late, directory, inUse::contains, new SimpleMeterRegistry());
        int added = KeysetRotation.addKey(directory);
        reload.look();
        assertReadEachOther(cipher, late);
        lateReload.look();
        KeysetRotation.promote(directory, added);
        reload.look();
        assertThat(cipher.primaryKeyId()).isNotEqualTo(late.primaryKeyId());
        assertReadEachOther(cipher, late);
        lateReload.look();
        assertReadEachOther(cipher, late);
    }

    @Test
    void changesNothingWhereTheFileIsTheSame(CapturedOutput output) {
        FieldKeyset before = cipher.keyset();
        reload.look();
        assertThat(cipher.keyset()).isSameAs(before);
        assertThat(output).doesNotContain("from now on", "stays in use");
    }

    @Test
    @DisplayName("a half-written file, however much of it is there, leaves the last good keyset in use")
    void keepsTheLastGoodKeysetWhileTheFileIsBeingWritten() {
        KeysetRotation.promote(directory, KeysetRotation.addKey(directory));
        String whole = KeysetFiles.text(directory).strip();
        for (int written = 0; written < whole.length(); written++) {
            KeysetFiles.write(directory, whole.substring(0, written));
            reload.look();
            assertThat(refused()).isEqualTo(1);
            assertThat(cipher.keyIds()).containsExactly(first);
        }
        KeysetFiles.write(directory, whole);
        reload.look();
        assertThat(refused()).isZero();
        assertThat(cipher.keyIds()).hasSize(2);
    }

    @Test
    @DisplayName("a file with any one byte altered never stops the service, and never takes a key from it")
    void survivesAlteredFiles() {
        byte[] old = cipher.encrypt(PLAIN, CONTEXT);
        String whole = KeysetFiles.text(directory);
        for (int i = 0; i < whole.length(); i++) {
            for (char other : new char[]{'Z', '"', '='}) {
                KeysetFiles.write(directory, whole.substring(0, i) + other + whole.substring(i + 1));
                reload.look();
                assertThat(cipher.decrypt(old, CONTEXT)).isEqualTo(PLAIN);
                assertThat(cipher.primaryKeyId()).isEqualTo(first);
            }
        }
    }

    @Test
    void keepsTheLastGoodKeysetWhileTheFileIsMissing() throws IOException {
        Files.delete(KeysetFiles.file(directory));
        assertRefused();
    }

    @Test
    void refusesAKeysetForAnotherUse() throws IOException {
        Files.copy(directory.resolve("blind-index.json"), KeysetFiles.file(directory),
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused();
    }

    @Test
    @DisplayName("a key that does not name itself in its fields would hide which of them are old")
    void refusesRawKeys() throws GeneralSecurityException {
        KeysetFiles.write(directory, KeysetFiles.withRaw(directory));
        assertRefused();
    }

    @Test
    void refusesAKeysetThatLacksAKeyInUse() {
        int added = KeysetRotation.addKey(directory);
        KeysetRotation.promote(directory, added);
        reload.look();
        byte[] old = Secrets.load(directory).fields().encrypt(PLAIN, CONTEXT);
        KeysetRotation.drop(directory, first);
        reload.look();
        assertThat(refused()).isEqualTo(1);
        assertThat(cipher.keyIds()).containsExactlyInAnyOrder(first, added);
        assertThat(cipher.decrypt(old, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    @DisplayName("the refused file is taken as soon as the last field under the old key is gone")
    void takesItOnceTheKeyIsNoLongerUsed() {
        int added = KeysetRotation.addKey(directory);
        KeysetRotation.promote(directory, added);
        reload.look();
        KeysetRotation.drop(directory, first);
        reload.look();
        inUse.clear();
        reload.look();
        assertThat(cipher.keyIds()).containsExactly(added);
        assertThat(refused()).isZero();
    }

    @Test
    @DisplayName("a disabled key decrypts no more: that is as good as dropped")
    void refusesAKeysetThatDisablesAKeyInUse() throws GeneralSecurityException {
        KeysetRotation.promote(directory, KeysetRotation.addKey(directory));
        reload.look();
        KeysetFiles.write(directory, KeysetFiles.withDisabled(directory, first));
        reload.look();
        assertThat(refused()).isEqualTo(1);
        assertThat(cipher.keyIds()).hasSize(2);
    }

    @Test
    @DisplayName("the key that is primary here cannot go at once, whatever the store says: a field may be on its way there")
    void refusesAKeysetWithoutThePrimaryKeyOfNow() {
        KeysetRotation.promote(directory, KeysetRotation.addKey(directory));
        KeysetRotation.drop(directory, first);
        inUse.clear();
        assertRefused();
    }

    @Test
    void refusesAnotherKeyUnderTheSameId() throws GeneralSecurityException {
        KeysetFiles.write(directory, KeysetFiles.impostor(directory));
        byte[] old = cipher.encrypt(PLAIN, CONTEXT);
        assertRefused();
        assertThat(cipher.decrypt(old, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void saysOnceThatItRefusesAndNothingOfTheContents(CapturedOutput output) {
        String broken = KeysetFiles.text(directory).replace("primaryKeyId", "Sintetica");
        KeysetFiles.write(directory, broken);
        reload.look();
        reload.look();
        assertThat(output.getOut()).containsOnlyOnce(
                "The last good keyset stays in use: The keyset file field-encryption.json is broken or for another use");
        String key = broken.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertThat(output.getAll()).doesNotContain("Sintetica", key, directory.toString());
    }

    @Test
    void saysItAgainAfterAGoodFile(CapturedOutput output) {
        String good = KeysetFiles.text(directory);
        for (int i = 0; i < 2; i++) {
            KeysetFiles.write(directory, "broken");
            reload.look();
            KeysetFiles.write(directory, good);
            reload.look();
        }
        assertThat(output.getOut().split("The last good keyset stays in use", -1)).hasSize(3);
    }

    @Test
    @DisplayName("architecture D2: the other keysets are not part of the rotation; what happens to their files waits for the restart")
    void ignoresTheOtherKeysets(@TempDir Path other) throws IOException {
        Secrets running = Secrets.load(directory);
        Secrets.Fingerprint before = running.fingerprint();
        Secrets.loadOrCreate(other);
        Files.copy(other.resolve("blind-index.json"), directory.resolve("blind-index.json"),
                StandardCopyOption.REPLACE_EXISTING);
        reload.look();
        assertThat(refused()).isZero();
        assertThat(running.fingerprint()).isEqualTo(before);
        assertThat(Secrets.load(directory).fingerprint()).isNotEqualTo(before);
    }

    private void assertRefused() {
        reload.look();
        assertThat(refused()).isEqualTo(1);
        assertThat(cipher.keyIds()).containsExactly(first);
        assertThat(cipher.primaryKeyId()).isEqualTo(first);
    }

    private static void assertReadEachOther(FieldCipher one, FieldCipher other) {
        assertThat(one.decrypt(other.encrypt(PLAIN, CONTEXT), CONTEXT)).isEqualTo(PLAIN);
        assertThat(other.decrypt(one.encrypt(PLAIN, CONTEXT), CONTEXT)).isEqualTo(PLAIN);
    }

    private double refused() {
        return meters.get("dgc.secrets.keyset-refused").gauge().value();
    }
}
