package it.dgc.portal.limits.counters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

/**
 * The counters in MongoDB, one document each. Tries are read, changed here and written back under the condition that nobody
 * wrote meanwhile; budgets are conditional increments.
 */
final class MongoCounters implements Counters {

    private static final String COLLECTION = "limits";
    private static final String SPENT = "spent";
    /** What has left its windows by the clock of one instance has not yet by that of another, which still counts it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    /** Every lost round is one that somebody else has won; that many in a row say that something is wrong. */
    private static final int MOST_ROUNDS = 10_000;

    private final MongoTemplate mongo;

    MongoCounters(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<String> take(String key, List<Window> windows, Instant now) {
        // The store keeps milliseconds.
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        String token = UUID.randomUUID().toString();
        Tries after = change(key,
                tries -> tries.hasRoom(windows, at) ? tries.with(token, windows, at) : tries);
        return after.entries().stream().map(Tries.Try::token).filter(token::equals).findAny();
    }

    @Override
    public void giveBack(String key, String token) {
        change(key, tries -> tries.without(token));
    }

    @Override
    public int failed(String key, String token, Instant since) {
        boolean[] changed = new boolean[1];
        Tries after = change(key, tries -> {
            Tries failed = tries.failed(token);
            changed[0] = !failed.equals(tries);
            return failed;
        });
        return changed[0] ? after.failedAfter(since) : 0;
    }

    /**
     * Where two make the document at once, one of them is told that it is there; the same is heard where nothing is left. So
     * the second question is whether something is left of what is there.
     */
    @Override
    public boolean spend(String budget, long most, Duration period, Instant now) {
        long number = now.toEpochMilli() / period.toMillis();
        Bson left = and(eq(TriesDocument.ID, budget + '/' + number), lt(SPENT, most));
        Date until = new Date((number + 1) * period.toMillis());
        try {
            return spend(left, combine(inc(SPENT, 1L), setOnInsert(TriesDocument.UNTIL, until)), true);
        } catch (DuplicateKeyException isThere) {
            return spend(left, inc(SPENT, 1L), false);
        }
    }

    /** Looks through all of them: nobody waits. The condition holds for each at the moment when it goes. */
    @Override
    public void forget(Instant now) {
        Date late = Date.from(now.minus(CLOCKS_DIFFER));
        in(limits -> limits.deleteMany(lte(TriesDocument.UNTIL, late)));
    }

    private boolean spend(Bson left, Bson update, boolean orMake) {
        UpdateResult result = in(limits -> limits.updateOne(left, update, new UpdateOptions().upsert(orMake)));
        return result.getModifiedCount() > 0 || result.getUpsertedId() != null;
    }

    /** @return what the counter holds afterwards */
    private Tries change(String key, UnaryOperator<Tries> step) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<TriesDocument> before = find(key);
            Tries old = before.map(TriesDocument::tries).orElse(Tries.NONE);
            Tries changed = step.apply(old);
            if (changed.equals(old) || isSwapped(key, before, changed)) {
                return changed;
            }
        }
        throw new ConcurrencyFailureException("A counter changes faster than it can be written");
    }

    private Optional<TriesDocument> find(String key) {
        return Optional.ofNullable(in(limits -> limits.find(eq(TriesDocument.ID, key)).first()))
                .map(TriesDocument::of);
    }

    private boolean isSwapped(String key, Optional<TriesDocument> before, Tries changed) {
        Document written = new TriesDocument(UUID.randomUUID().toString(), changed).toDocument(key);
        if (before.isPresent()) {
            Bson unchanged = and(eq(TriesDocument.ID, key), eq(TriesDocument.VERSION, before.get().version()));
            return in(limits -> changed.entries().isEmpty()
                    ? limits.deleteOne(unchanged).getDeletedCount()
                    : limits.replaceOne(unchanged, written).getMatchedCount()) > 0;
        }
        return isInserted(written);
    }

    private boolean isInserted(Document written) {
        try {
            return in(limits -> limits.insertOne(written).wasAcknowledged());
        } catch (DuplicateKeyException somebodyWasFirst) {
            return false;
        }
    }

    /** A counted failure must survive a change of primary, or it could be had again. */
    private <T> T in(CollectionCallback<T> work) {
        return mongo.execute(COLLECTION, limits -> work.doInCollection(durable(limits)));
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> limits) {
        return limits.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)).withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }
}
