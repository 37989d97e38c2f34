package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("architecture D10: personal fields are encrypted at rest")
class FieldCipherTest {

    private static final String CONTEXT = "certificates/record";
    private static final byte[] PLAIN = "Sintetica Maria".getBytes(UTF_8);

    /** Tink's output prefix: one byte, and four of the key's id. */
    private static final int AFTER_KEY_ID = 5;

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
    @DisplayName("a field that was moved elsewhere is damaged for good: trying again is in vain")
    void tellsAFieldThatWasMovedElsewhere() {
        assertDamaged(cipher.encrypt(PLAIN, CONTEXT), "certificates/qrText");
    }

    @Test
    void tellsAFieldThatWasAltered() {
        byte[] encrypted = cipher.encrypt(PLAIN, CONTEXT);
        for (int i = AFTER_KEY_ID; i < encrypted.length; i++) {
            assertDamaged(altered(encrypted, i), CONTEXT);
        }
    }

    @Test
    @DisplayName("what does not even begin like a ciphertext of ours was damaged as well")
    void tellsAFieldThatNamesNoKey() {
        byte[] encrypted = cipher.encrypt(PLAIN, CONTEXT);
        assertDamaged(altered(encrypted, 0), CONTEXT);
        assertDamaged(new byte[0], CONTEXT);
        assertDamaged(Arrays.copyOf(encrypted, 4), CONTEXT);
        assertDamaged(Arrays.copyOf(encrypted, 5), CONTEXT);
    }

    @Test
    @DisplayName("an altered key id cannot be told from a key that is not there yet: refused, and nothing is opened")
    void refusesAFieldWithItsKeyIdAltered() {
        byte[] encrypted = cipher.encrypt(PLAIN, CONTEXT);
        for (int i = 1; i < AFTER_KEY_ID; i++) {
            assertHasNoKeyFor(cipher, altered(encrypted, i));
        }
    }

    @Test
    @DisplayName("P23: the wrong key fails closed, and is an operator's matter, not the record's")
    void refusesWithTheKeysOfAnotherPlatform(@TempDir Path other) {
        assertHasNoKeyFor(Secrets.loadOrCreate(other).fields(), cipher.encrypt(PLAIN, CONTEXT));
    }

    @Test
    void namesTheKeyOfAField() {
        assertThat(FieldCipher.keyIdOf(cipher.encrypt(PLAIN, CONTEXT))).hasValue(cipher.primaryKeyId());
        assertThat(cipher.keyIds()).containsExactly(cipher.primaryKeyId());
    }

    @ParameterizedTest
    @DisplayName("Tink's output prefix: 0x01 and the key's id, big endian")
    @CsvSource({"0100000001,1", "01000000ff77,255", "017fffffff,2147483647", "0180000000aa,-2147483648",
            "01ffffffff,-1", "0101020304,16909060"})
    void readsTheKeyIdFromThePrefix(String hex, int keyId) {
        assertThat(FieldCipher.keyIdOf(HexFormat.of().parseHex(hex))).hasValue(keyId);
    }

    @ParameterizedTest
    @DisplayName("a RAW ciphertext has no prefix, the older kinds have 0x00: neither names a key of ours")
    @ValueSource(strings = {"", "01", "01000000", "0000000001aabb", "02000000010203", "ff01000000010203"})
    void readsNoKeyIdWhereThereIsNone(String hex) {
        assertThat(FieldCipher.keyIdOf(HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    @DisplayName("after the keyset was rotated, old fields are read and new ones use the new key, also after a restart")
    void readsOldFieldsAfterRotation() {
        byte[] old = cipher.encrypt(PLAIN, CONTEXT);
        int added = KeysetRotation.addKey(directory);
        KeysetRotation.promote(directory, added);
        FieldCipher rotated = Secrets.load(directory).fields();
        assertThat(rotated.decrypt(old, CONTEXT)).isEqualTo(PLAIN);
        assertThat(FieldCipher.keyIdOf(rotated.encrypt(PLAIN, CONTEXT))).hasValue(added);
        assertHasNoKeyFor(cipher, rotated.encrypt(PLAIN, CONTEXT));
    }

    private void assertDamaged(byte[] encrypted, String context) {
        assertThatExceptionOfType(DamagedFieldException.class).isThrownBy(() -> cipher.decrypt(encrypted, context))
                .withMessage("A field could not be decrypted: it was altered or moved");
    }

    private static void assertHasNoKeyFor(FieldCipher cipher, byte[] encrypted) {
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> cipher.decrypt(encrypted, CONTEXT))
                .isNotInstanceOf(DamagedFieldException.class)
                .withMessage("A field could not be decrypted: the keyset does not have its key");
    }

    private static byte[] altered(byte[] encrypted, int position) {
        byte[] altered = encrypted.clone();
        altered[position] ^= 2;
        return altered;
    }
}
