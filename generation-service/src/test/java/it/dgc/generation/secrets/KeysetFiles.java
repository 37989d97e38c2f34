package it.dgc.generation.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;

/** Field-encryption keysets as operators may hand them out, good and odd ones. */
final class KeysetFiles {

    private KeysetFiles() {}

    static Path file(Path directory) {
        return directory.resolve("field-encryption.json");
    }

    static String text(Path directory) {
        try {
            return Files.readString(file(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path directory, String text) {
        try {
            Files.writeString(file(directory), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keyset and one key more, of a kind that does not name itself in its ciphertexts. */
    static String withRaw(Path directory) throws GeneralSecurityException {
        return json(KeysetHandle.newBuilder(FieldKeyset.read(directory).handle())
                .addEntry(fresh("AES256_GCM_RAW").withRandomId()));
    }

    /** Another key under the ids of the keyset. */
    static String impostor(Path directory) throws GeneralSecurityException {
        return json(KeysetHandle.newBuilder().addEntry(
                fresh("AES256_GCM").withFixedId(FieldKeyset.read(directory).primaryKeyId()).makePrimary()));
    }

    static String withDisabled(Path directory, int keyId) throws GeneralSecurityException {
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder(FieldKeyset.read(directory).handle());
        for (int i = 0; i < keyset.size(); i++) {
            if (FieldKeyset.read(directory).handle().getAt(i).getId() == keyId) {
                keyset.getAt(i).setStatus(KeyStatus.DISABLED);
            }
        }
        return json(keyset);
    }

    private static KeysetHandle.Builder.Entry fresh(String parameters) throws GeneralSecurityException {
        return KeysetHandle.generateEntryFromParametersName(parameters);
    }

    private static String json(KeysetHandle.Builder keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset.build(), InsecureSecretKeyAccess.get());
    }
}
