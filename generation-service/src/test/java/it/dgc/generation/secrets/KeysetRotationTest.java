package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("architecture D10: the operator's steps of a rotation, each a file as a whole")
class KeysetRotationTest {

    @TempDir
    private Path directory;
    private int first;

    @BeforeEach
    void makeSecrets() {
        first = Secrets.loadOrCreate(directory).fields().primaryKeyId();
    }

    @Test
    void addsAKeyThatDoesNotEncryptYet() {
        int added = KeysetRotation.addKey(directory);
        FieldCipher cipher = Secrets.load(directory).fields();
        assertThat(cipher.keyIds()).containsExactlyInAnyOrder(first, added);
        assertThat(cipher.primaryKeyId()).isEqualTo(first);
    }

    @Test
    void promotesAKeyAndKeepsTheOldOne() {
        int added = KeysetRotation.addKey(directory);
        KeysetRotation.promote(directory, added);
        FieldCipher cipher = Secrets.load(directory).fields();
        assertThat(cipher.keyIds()).containsExactlyInAnyOrder(first, added);
        assertThat(cipher.primaryKeyId()).isEqualTo(added);
    }

    @Test
    void dropsTheOldKey() {
        int added = KeysetRotation.addKey(directory);
        KeysetRotation.promote(directory, added);
        KeysetRotation.drop(directory, first);
        assertThat(Secrets.load(directory).fields().keyIds()).containsExactly(added);
    }

    @Test
    void dropsAKeyThatWasNeverPromoted() {
        KeysetRotation.drop(directory, KeysetRotation.addKey(directory));
        assertThat(Secrets.load(directory).fields().keyIds()).containsExactly(first);
    }

    @Test
    void refusesToDropThePrimaryKey() {
        int added = KeysetRotation.addKey(directory);
        assertUnchangedAndRefused(() -> KeysetRotation.drop(directory, first),
                "The keyset file field-encryption.json needs its primary key: promote another one first");
        KeysetRotation.promote(directory, added);
        assertUnchangedAndRefused(() -> KeysetRotation.drop(directory, added),
                "The keyset file field-encryption.json needs its primary key: promote another one first");
    }

    @Test
    void refusesKeysThatItDoesNotHave() {
        String refusal = "The keyset file field-encryption.json has no key with this id";
        assertUnchangedAndRefused(() -> KeysetRotation.promote(directory, first + 1), refusal);
        assertUnchangedAndRefused(() -> KeysetRotation.drop(directory, first + 1), refusal);
    }

    @Test
    void refusesToPromoteADisabledKey() throws GeneralSecurityException {
        int added = KeysetRotation.addKey(directory);
        KeysetFiles.write(directory, KeysetFiles.withDisabled(directory, added));
        assertUnchangedAndRefused(() -> KeysetRotation.promote(directory, added),
                "The keyset file field-encryption.json has this key disabled: it cannot become the primary key");
    }

    @Test
    void keepsADisabledKeyDisabled() throws GeneralSecurityException {
        int disabled = KeysetRotation.addKey(directory);
        KeysetFiles.write(directory, KeysetFiles.withDisabled(directory, disabled));
        int added = KeysetRotation.addKey(directory);
        KeysetRotation.promote(directory, added);
        assertThat(Secrets.load(directory).fields().keyIds()).containsExactlyInAnyOrder(first, added);
        KeysetRotation.drop(directory, disabled);
        assertThat(KeysetFiles.text(directory)).doesNotContain("DISABLED");
    }

    @Test
    void changesNoBrokenFile() {
        KeysetFiles.write(directory, "broken");
        assertUnchangedAndRefused(() -> KeysetRotation.addKey(directory),
                "The keyset file field-encryption.json cannot be read");
    }

    @ParameterizedTest
    @DisplayName("the service, which may be in the file's group only, can read what the operator's tool has written")
    @ValueSource(strings = {"rw-------", "rw-r-----"})
    void keepsThePermissionsOfTheFile(String permissions) throws IOException {
        Files.setPosixFilePermissions(KeysetFiles.file(directory), PosixFilePermissions.fromString(permissions));
        KeysetRotation.addKey(directory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(KeysetFiles.file(directory))))
                .isEqualTo(permissions);
    }

    @Test
    void leavesNothingElseInTheDirectory() throws IOException {
        KeysetRotation.promote(directory, KeysetRotation.addKey(directory));
        KeysetRotation.drop(directory, first);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    @DisplayName("where the file is a link, as secret stores mount it, its target changes and the link stays")
    void followsALink(@TempDir Path elsewhere) throws IOException {
        Path target = Files.move(KeysetFiles.file(directory), elsewhere.resolve("keyset"));
        Files.createSymbolicLink(KeysetFiles.file(directory), target);
        int added = KeysetRotation.addKey(directory);
        assertThat(KeysetFiles.file(directory)).isSymbolicLink();
        assertThat(Secrets.load(directory).fields().keyIds()).containsExactlyInAnyOrder(first, added);
    }

    @Test
    void changesNoOtherKeyset() throws IOException {
        String index = Files.readString(directory.resolve("blind-index.json"));
        Secrets.Fingerprint before = Secrets.load(directory).fingerprint();
        KeysetRotation.promote(directory, KeysetRotation.addKey(directory));
        assertThat(directory.resolve("blind-index.json")).hasContent(index);
        assertThat(Secrets.load(directory).fingerprint()).isEqualTo(before);
    }

    private void assertUnchangedAndRefused(Runnable step, String refusal) {
        String before = KeysetFiles.text(directory);
        assertThatExceptionOfType(SecretsException.class).isThrownBy(step::run).withMessage(refusal);
        assertThat(KeysetFiles.text(directory)).isEqualTo(before);
    }
}
