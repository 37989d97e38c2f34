package it.dgc.deploy.local.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import it.dgc.common.codes.Sha256;
import it.dgc.deploy.local.operations.Audit;
import it.dgc.deploy.local.platform.RunningPlatform;
import org.bson.Document;

/** The audit trail in the hands of somebody who can write to the store; closed, it is as it was. */
final class StoredTrail implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MongoClient client;
    private final MongoCollection<Document> links;
    private final List<Document> original;

    private StoredTrail(MongoClient client) {
        this.client = client;
        this.links = client.getDatabase("generation").getCollection("auditTrail");
        this.original = all();
    }

    /** @return the trail, when all events that are on their way have come */
    static StoredTrail settled(RunningPlatform platform) {
        var report = Audit.verify(platform.store(), Optional.empty(), PATIENCE);
        if (!report.isSound() || report.waiting() > 0) {
            throw new AssertionError("Not settled: " + report);
        }
        return new StoredTrail(MongoClients.create(platform.store()));
    }

    long length() {
        return links.countDocuments();
    }

    String eventId(long sequence) {
        return links.find(Filters.eq("_id", sequence)).first().getString("eventId");
    }

    void remove(long sequence) {
        links.deleteOne(Filters.eq("_id", sequence));
    }

    void change(long sequence, UnaryOperator<String> change) {
        Document link = links.find(Filters.eq("_id", sequence)).first();
        replace(link, change.apply(link.getString("event")), link.getString("previous"), link.getString("hash"));
    }

    /** Changes that link, and all behind it so that the chain is whole. */
    void rewrite(long sequence, UnaryOperator<String> change) {
        String previous = null;
        for (Document link : all()) {
            long position = link.getLong("_id");
            if (position >= sequence) {
                String before = previous == null ? link.getString("previous") : previous;
                String event = position == sequence ? change.apply(link.getString("event")) : link.getString("event");
                String hash = Sha256.hex(before + '\n' + position + '\n' + event);
                replace(link, event, before, hash);
                previous = hash;
            }
        }
    }

    /** @return so many events that contain both, as soon as they are there */
    List<String> awaitEvents(String one, String other, int count) {
        return await(() -> Optional.of(all().stream().map(link -> link.getString("event"))
                .filter(event -> event.contains(one) && event.contains(other)).toList())
                .filter(events -> events.size() == count));
    }

    static <T> T await(Supplier<Optional<T>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = question.get();
        }
        return answer.get();
    }

    @Override
    public void close() {
        for (Document link : original) {
            links.replaceOne(Filters.eq("_id", link.getLong("_id")), link,
                    new ReplaceOptions().upsert(true));
        }
        client.close();
    }

    private void replace(Document link, String event, String previous, String hash) {
        links.replaceOne(Filters.eq("_id", link.getLong("_id")), new Document(link).append("event", event)
                .append("previous", previous).append("hash", hash));
    }

    private List<Document> all() {
        return links.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
    }
}
