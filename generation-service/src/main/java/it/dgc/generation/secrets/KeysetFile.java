package it.dgc.generation.secrets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    @Override
    public String toString() {
        return "The keyset file " + fileName;
    }

    /** @throws SecretsException naming the file, if it is missing, broken or for another use */
    <P> P primitive(Path directory, Class<P> type) {
        return primitive(read(directory), type);
    }

    /** @throws SecretsException naming the file, if this keyset of its is for another use */
    <P> P primitive(KeysetHandle keyset, Class<P> type) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw new SecretsException(this + " is broken or for another use", e);
        }
    }

    KeysetHandle read(Path directory) {
        Path file = directory.resolve(fileName);
        if (!Files.isRegularFile(file)) {
            throw new SecretsException(this + " is missing in the configured directory (dgc.secrets.directory)");
        }
        try {
            registerKeyTypes();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException(this + " cannot be read", e);
        } catch (RuntimeException e) {
            // Tink lets its readers of JSON and Base64 fail unchecked. Their messages may quote the file: none is kept.
            throw new SecretsException(this + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    void createIfMissing(Path directory) {
        Path file = directory.resolve(fileName);
        if (Files.exists(file)) {
            return;
        }
        try {
            registerKeyTypes();
            Path unfinished = unfinished(file, KeysetHandle.generateNew(KeyTemplates.get(template)));
            Files.move(unfinished, file);
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException(this + " cannot be made", e);
        }
    }

    /**
     * Puts another keyset in the place of this one, whole or not at all; owner, group and permissions stay, so that the
     * service can read what an operator has written.
     *
     * @throws SecretsException if that is impossible, and the file is as it was
     */
    void replace(Path directory, KeysetHandle keyset) {
        try {
            Path file = directory.resolve(fileName).toRealPath();
            Path unfinished = unfinished(file, keyset);
            try {
                giveRightsOf(file, unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            force(file.getParent());
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException(this + " cannot be written", e);
        }
    }

    /** @return an entry with a new key of this file's kind, for a keyset that is being built */
    KeysetHandle.Builder.Entry newKey() throws GeneralSecurityException {
        return KeysetHandle.generateEntryFromParametersName(template).withRandomId();
    }

    private static void registerKeyTypes() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
    }

    /** On the disk before it is moved: a key that was used and then lost would take its fields with it. */
    private static Path unfinished(Path file, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        Path unfinished = Files.createTempFile(file.getParent(), "keyset", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, json, UTF_8);
        force(unfinished);
        return unfinished;
    }

    private static void giveRightsOf(Path file, Path unfinished) throws IOException {
        PosixFileAttributes rights = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(unfinished, PosixFileAttributeView.class);
        view.setGroup(rights.group());
        view.setPermissions(rights.permissions());
        view.setOwner(rights.owner());
    }

    private static void force(Path fileOrDirectory) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
