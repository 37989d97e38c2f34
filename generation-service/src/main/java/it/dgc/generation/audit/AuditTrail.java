package it.dgc.generation.audit;

import java.util.function.Consumer;

/** The chain of audit events. Can be added to and read, nothing else. */
interface AuditTrail {

    /** Makes what it needs in the store; may be repeated. */
    void prepare();

    AuditHead head();

    /**
     * @param source offset of the event in its topic
     * @return whether it was added; {@code false} where the chain has the event already
     */
    boolean append(String eventId, String event, long source);

    boolean contains(String eventId);

    /** Calls back for every link, from the first to the last; where one was taken out, also for those behind the gap. */
    void forEach(Consumer<AuditEntry> reader);
}
