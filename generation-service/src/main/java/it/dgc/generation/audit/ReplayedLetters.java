package it.dgc.generation.audit;

import java.util.HashSet;
import java.util.Set;

import com.mongodb.client.MongoDatabase;
import it.dgc.common.messages.AuditEvent;
import it.dgc.generation.events.AuditEventFactory;

/** The refused records that an operator has sent again already, so that none is sent twice unknowingly. */
public final class ReplayedLetters {

    private static final String SEPARATOR = "#";

    private ReplayedLetters() {}

    /**
     * @param origin of the refused record, {@code topic/partition/offset}
     * @param action tells this time from every other
     * @return the id of the event that sending it again leaves behind
     */
    public static String eventId(String origin, String action) {
        return AuditEventFactory.id(AuditEvent.Type.REPLAYED, origin + SEPARATOR + action);
    }

    /**
     * @param database the service's database
     * @return the origins of all, as in {@link #eventId}
     */
    public static Set<String> originsIn(MongoDatabase database) {
        String prefix = AuditEventFactory.id(AuditEvent.Type.REPLAYED, "");
        Set<String> origins = new HashSet<>();
        new MongoAuditTrail(database).forEachId(prefix,
                id -> origins.add(id.substring(prefix.length()).split(SEPARATOR, 2)[0]));
        return origins;
    }
}
