package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import it.dgc.generation.sharing.SharedCommand;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/** The refusals in MongoDB; {@code _id} = origin. */
final class MongoRefusals implements Refusals {

    private static final String ID = "_id";
    private static final String REASON = "reason";
    private static final String AUDIT_EVENT = "auditEvent";
    private static final String SUBJECT = "subject";
    private static final String AT = "at";
    private static final String CONCLUDED = "concluded";

    private final MongoCollection<Document> refusals;
    private final SharedCommand<Set<String>, Map<String, Refusal>> finding = new SharedCommand<>(this::find);

    MongoRefusals(MongoDatabase database) {
        this.refusals = database.getCollection("refusals");
    }

    @Override
    public Map<String, Refusal> find(Set<String> origins) {
        return finding.ask(origins);
    }

    private List<Map<String, Refusal>> find(List<Set<String>> asked) {
        Map<String, Refusal> found = new HashMap<>();
        refusals.find(in(ID, asked.stream().flatMap(Set::stream).toList()))
                .forEach(refusal -> found.put(refusal.getString(ID), refusal(refusal)));
        return Collections.nCopies(asked.size(), found);
    }

    private static Refusal refusal(Document found) {
        return new Refusal(found.getString(REASON), found.getString(AUDIT_EVENT), found.getString(SUBJECT),
                found.getBoolean(CONCLUDED));
    }

    @Override
    public void enter(Origin origin, Refusal refusal, Instant at) {
        refusals.updateOne(eq(ID, origin.id()),
                combine(setOnInsert(REASON, refusal.reason()), setOnInsert(AUDIT_EVENT, refusal.auditEvent()),
                        setOnInsert(SUBJECT, refusal.subject()), setOnInsert(AT, Date.from(at)),
                        setOnInsert(CONCLUDED, false)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void conclude(Origin origin) {
        refusals.updateOne(eq(ID, origin.id()), set(CONCLUDED, true));
    }

    void forEachConcluded(Consumer<String> reader) {
        refusals.find(eq(CONCLUDED, true)).map(refusal -> refusal.getString(ID)).forEach(reader);
    }

    @Override
    public void forget(Instant instant) {
        refusals.deleteMany(and(eq(CONCLUDED, true), lt(AT, Date.from(instant))));
    }
}
