package it.dgc.deploy.sistemats;

import java.util.Optional;

/**
 * What somebody wrote to be sent as a notification, byte by byte as it was written, good or bad.
 *
 * <p>Its {@code toString} tells only the size: the value may hold personal data.
 */
public final class RawNotification {

    private final byte[] value;

    RawNotification(byte[] value) {
        this.value = value.clone();
    }

    /** @return the bytes as written, without the white space around them */
    public byte[] value() {
        return value.clone();
    }

    /** @return the CUEV that the value names; empty where none can be found */
    public Optional<String> cuev() {
        return NotificationJson.cuevIn(value);
    }

    @Override
    public String toString() {
        return "RawNotification[" + value.length + " bytes]";
    }
}
