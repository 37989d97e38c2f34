package it.dgc.generation.audit;

import java.util.List;
import java.util.function.Consumer;

/** The chain of audit events. Can be added to and read, nothing else. */
interface AuditTrail {

    /** Makes what it needs in the store; may be repeated. */
    void prepare();

    AuditHead head();

    /**
     * Adds those that the chain does not have yet, in their order.
     *
     * @return how many were added
     */
    int append(List<AuditRecord> events);

    boolean contains(String eventId);

    /** Calls back for every link, from the first to the last; where one was taken out, also for those behind the gap. */
    void forEach(Consumer<AuditEntry> reader);
}
