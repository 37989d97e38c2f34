package it.dgc.generation.issuance;

import java.time.Instant;

/** Reads what the register keeps of an event. */
public final class RecordedEvent {

    private RecordedEvent() {}

    /**
     * @param record as the register holds it, decrypted
     * @return the event that was notified
     */
    public static EventToCertify read(String record) {
        return EventText.read(record);
    }

    /** @return when Sistema TS received it */
    public static Instant reportedAt(String record) {
        return read(record).reportedAt();
    }
}
