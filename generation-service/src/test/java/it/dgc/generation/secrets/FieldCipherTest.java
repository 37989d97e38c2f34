package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("architecture D10: personal fields are encrypted at rest")
class FieldCipherTest {

    private static final String CONTEXT = "certificates/record";
    private static final byte[] PLAIN = "Sintetica Maria".getBytes(UTF_8);

    @TempDir
    private Path directory;
    private FieldCipher cipher;

    @BeforeEach
    void makeSecrets() {
        cipher = Secrets.loadOrCreate(directory).fields();
    }

    @Test
    void givesBackWhatItEncrypted() {
        assertThat(cipher.decrypt(cipher.encrypt(PLAIN, CONTEXT), CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void hidesTheSameTextBehindOtherBytesEachTime() {
        byte[] first = cipher.encrypt(PLAIN, CONTEXT);
        assertThat(cipher.encrypt(PLAIN, CONTEXT)).isNotEqualTo(first);
        assertThat(new String(first, UTF_8)).doesNotContain("Sintetica");
    }

    @Test
    void refusesAFieldThatWasMovedElsewhere() {
        byte[] encrypted = cipher.encrypt(PLAIN, CONTEXT);
        assertRefused(cipher, encrypted, "certificates/qrText");
    }

    @Test
    void refusesAFieldWithAnyByteAltered() {
        byte[] encrypted = cipher.encrypt(PLAIN, CONTEXT);
        for (int i = 0; i < encrypted.length; i++) {
            byte[] altered = encrypted.clone();
            altered[i] ^= 1;
            assertRefused(cipher, altered, CONTEXT);
        }
    }

    @Test
    void refusesWithTheKeysOfAnotherPlatform(@TempDir Path other) {
        assertRefused(Secrets.loadOrCreate(other).fields(), cipher.encrypt(PLAIN, CONTEXT), CONTEXT);
    }

    @Test
    @DisplayName("after the keyset was rotated, old fields are read and new ones use the new key")
    void readsOldFieldsAfterRotation() throws IOException, GeneralSecurityException {
        byte[] old = cipher.encrypt(PLAIN, CONTEXT);
        rotate(directory.resolve("field-encryption.json"));
        FieldCipher rotated = Secrets.load(directory).fields();
        assertThat(rotated.decrypt(old, CONTEXT)).isEqualTo(PLAIN);
        assertRefused(cipher, rotated.encrypt(PLAIN, CONTEXT), CONTEXT);
    }

    private static void assertRefused(FieldCipher cipher, byte[] encrypted, String context) {
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> cipher.decrypt(encrypted, context))
                .withMessage("A field could not be decrypted: wrong key, altered or moved");
    }

    private static void rotate(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle.Entry old = TinkJsonProtoKeysetFormat
                .parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()).getAt(0);
        KeysetHandle rotated = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(old.getKey()).withFixedId(old.getId()))
                .addEntry(KeysetHandle.generateEntryFromParametersName("AES256_GCM").withRandomId().makePrimary())
                .build();
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get()));
    }
}
