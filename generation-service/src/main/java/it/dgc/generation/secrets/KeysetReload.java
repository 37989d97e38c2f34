package it.dgc.generation.secrets;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes a new field-encryption keyset while the service runs (architecture D10); one that would make fields unreadable
 * is refused, and the last good one stays in use. The other keysets do not rotate (architecture D2).
 */
final class KeysetReload {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetReload.class);
    private static final String NOT_REFUSED = "";

    private final FieldCipher cipher;
    private final Path directory;
    private final KeysInUse keysInUse;

    private volatile String refusal = NOT_REFUSED;

    KeysetReload(FieldCipher cipher, Path directory, KeysInUse keysInUse, MeterRegistry meters) {
        this.cipher = cipher;
        this.directory = directory;
        this.keysInUse = keysInUse;
        Gauge.builder("dgc.secrets.keyset-refused", this, reload -> reload.refusal.equals(NOT_REFUSED) ? 0 : 1)
                .description("1 while the field-encryption keyset file is not the one in use; alert on 1")
                .register(meters);
    }

    /** Reads the file whatever its time says: it may come by a link or a mount whose time tells nothing. */
    @Scheduled(fixedDelayString = "${dgc.secrets.reload-every:10s}")
    void look() {
        try {
            FieldKeyset found = FieldKeyset.read(directory);
            refuseIfKeysAreLost(found);
            take(found);
        } catch (SecretsException e) {
            refuse(e.getMessage());
        }
    }

    private void refuseIfKeysAreLost(FieldKeyset found) {
        Set<Integer> needed = cipher.keyset().lostIn(found).stream().filter(this::isNeeded)
                .collect(Collectors.toUnmodifiableSet());
        if (!needed.isEmpty()) {
            throw new SecretsException(KeysetFile.FIELD_ENCRYPTION + " lacks " + needed.size()
                    + " key(s) that stored fields may need");
        }
    }

    /** A field may be on its way to the store under the key that is primary now, before the store can tell of it. */
    private boolean isNeeded(int keyId) {
        return keyId == cipher.primaryKeyId() || keysInUse.inUse(keyId);
    }

    private void take(FieldKeyset found) {
        if (!found.isSameAs(cipher.keyset())) {
            cipher.use(found);
            LOG.info("Fields are encrypted with key {} from now on, {} key(s) decrypt",
                    Integer.toUnsignedString(found.primaryKeyId()), found.keyIds().size());
        }
        refusal = NOT_REFUSED;
    }

    /** Says it once, not with each look. */
    private void refuse(String reason) {
        if (!refusal.equals(reason)) {
            LOG.warn("The last good keyset stays in use: {}", reason);
        }
        refusal = reason;
    }
}
