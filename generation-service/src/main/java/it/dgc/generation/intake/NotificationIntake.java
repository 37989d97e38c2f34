package it.dgc.generation.intake;

import java.util.Arrays;

import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.RejectionReason;

import static java.nio.charset.StandardCharsets.UTF_8;

/** From a record's key and value to an event to certify, or to the reason why it is none. */
public final class NotificationIntake {

    private NotificationIntake() {}

    /**
     * @param key of the record: the CUEV
     * @param value of the record: JSON
     */
    public static Intake read(byte[] key, byte[] value) {
        try {
            EventToCertify event = NotificationTranslator.translate(NotificationReader.read(value));
            if (!Arrays.equals(event.cuev().value().getBytes(UTF_8), key)) {
                throw RefusedNotification.because(RejectionReason.KEY_MISMATCH);
            }
            return new Intake.Accepted(event);
        } catch (RefusedNotification e) {
            return new Intake.Refused(e.rejection());
        }
    }
}
