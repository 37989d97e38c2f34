package it.dgc.generation.intake;

import java.util.Set;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.RevocationRequest;

/** Reads the JSON of a request to revoke or to restore; its fields are checked by {@link RevocationTranslator}. */
final class RevocationReader {

    private static final MessageShape SHAPE = new MessageShape(RevocationRequest.SCHEMA_VERSION,
            Set.of("doctor", "batch"),
            Set.of("requestId", "action", "cuev", "uvci", "reason", "requestedAt", "doctor.fiscalCode",
                    "doctor.category", "batch.doctor", "batch.from", "batch.until"));

    private RevocationReader() {}

    /** @throws RefusedNotification with the reason why the value is no request */
    static RevocationRequest read(byte[] value) throws RefusedNotification {
        StrictJson json = StrictJson.read(value, SHAPE);
        return new RevocationRequest(SHAPE.version(), json.text("requestId"), json.text("action"), json.text("cuev"),
                json.text("uvci"),
                json.has("batch")
                        ? new RevocationRequest.Batch(json.text("batch.doctor"), json.text("batch.from"),
                                json.text("batch.until"))
                        : null,
                json.text("reason"),
                new ExemptionNotification.Doctor(json.text("doctor.fiscalCode"), json.text("doctor.category")),
                json.text("requestedAt"));
    }
}
