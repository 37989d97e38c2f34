package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;

/** The four keysets of the service, each a file in Tink's JSON format below one directory. */
enum KeysetFile {
    FIELD_ENCRYPTION("field-encryption.json", "AES256_GCM"), BLIND_INDEX("blind-index.json",
            "HMAC_SHA256_PRF"), UVCI_DERIVATION("uvci-derivation.json",
                    "HMAC_SHA256_PRF"), AUTHCODE_DERIVATION("authcode-derivation.json", "HMAC_SHA256_PRF");

    private final String fileName;
    private final String template;

    KeysetFile(String fileName, String template) {
        this.fileName = fileName;
        this.template = template;
    }

    /** @throws SecretsException naming the file, if it is missing, broken or for another use */
    <P> P primitive(Path directory, Class<P> type) {
        try {
            return read(directory).getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw new SecretsException("The keyset file " + fileName + " is for another use", e);
        }
    }

    private KeysetHandle read(Path directory) {
        Path file = directory.resolve(fileName);
        if (!Files.isRegularFile(file)) {
            throw new SecretsException("The keyset file " + fileName + " is missing in the configured directory"
                    + " (dgc.secrets.directory)");
        }
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException("The keyset file " + fileName + " cannot be read", e);
        }
    }

    void createIfMissing(Path directory) {
        Path file = directory.resolve(fileName);
        if (Files.exists(file)) {
            return;
        }
        try {
            KeysetHandle fresh = KeysetHandle.generateNew(KeyTemplates.get(template));
            write(file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException("The keyset file " + fileName + " cannot be made", e);
        }
    }

    private static void write(Path file, String json) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), "keyset", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, json);
        Files.move(unfinished, file);
    }
}
