package it.dgc.portal.captcha.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/** The open captchas in MongoDB, and a document for each minute in which something went on. */
final class MongoOpenCaptchas implements OpenCaptchas {

    static final String CAPTCHAS = "captchas";
    static final String MINUTES = "captchaMinutes";

    private static final String ID = "_id";
    private static final String USE = "use";
    private static final String ANSWER = "answer";
    private static final String OPEN = "open";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String ISSUED = "issued";
    private static final String REFUSED = "refused";
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final MongoTemplate mongo;

    MongoOpenCaptchas(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(OpenCaptcha captcha) {
        Document document = new Document(ID, captcha.id()).append(USE, captcha.use()).append(ANSWER, captcha.answer())
                .append(OPEN, true).append(EXPIRES_AT, Date.from(captcha.expiresAt()));
        in(CAPTCHAS, captchas -> captchas.insertOne(document));
    }

    @Override
    public Optional<String> redeem(String id, String use, Instant now) {
        Optional<String> answer = Optional.ofNullable(in(CAPTCHAS,
                captchas -> captchas.findOneAndUpdate(and(open(id, now), eq(USE, use)), set(OPEN, false))))
                .map(document -> document.getString(ANSWER));
        if (answer.isEmpty()) {
            in(CAPTCHAS, captchas -> captchas.updateOne(eq(ID, id), set(OPEN, false)));
        }
        return answer;
    }

    @Override
    public Optional<String> use(String id, Instant now) {
        return Optional.ofNullable(in(CAPTCHAS, captchas -> captchas.find(open(id, now)).first()))
                .map(document -> document.getString(USE));
    }

    @Override
    public Pressure issued(Instant now) {
        Document current = count(ISSUED, now);
        Document before = in(MINUTES, minutes -> minutes.find(eq(ID, minute(now) - 1)).first());
        double left = 1 - (double) Math.floorMod(now.toEpochMilli(), MINUTE) / MINUTE;
        return new Pressure(sum(ISSUED, current, before, left), sum(REFUSED, current, before, left));
    }

    @Override
    public void refused(Instant now) {
        count(REFUSED, now);
    }

    @Override
    public void forget(Instant now) {
        Bson late = lt(EXPIRES_AT, Date.from(now.minus(CLOCKS_DIFFER)));
        in(CAPTCHAS, captchas -> captchas.deleteMany(late));
        in(MINUTES, minutes -> minutes.deleteMany(late));
    }

    private static Bson open(String id, Instant now) {
        return and(eq(ID, id), eq(OPEN, true), gte(EXPIRES_AT, Date.from(now)));
    }

    /** Where two make the document of a minute at once, one of them is told so; then it is there. */
    private Document count(String what, Instant now) {
        try {
            return increment(what, now);
        } catch (DuplicateKeyException isThereNow) {
            return increment(what, now);
        }
    }

    private Document increment(String what, Instant now) {
        Bson update = combine(inc(what, 1L), setOnInsert(EXPIRES_AT, Date.from(now)));
        FindOneAndUpdateOptions orMake = new FindOneAndUpdateOptions().upsert(true)
                .returnDocument(ReturnDocument.AFTER);
        return in(MINUTES, minutes -> minutes.findOneAndUpdate(eq(ID, minute(now)), update, orMake));
    }

    private static double sum(String what, Document current, Document before, double left) {
        long then = before == null ? 0 : before.get(what, 0L);
        return current.get(what, 0L) + then * left;
    }

    private static long minute(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), MINUTE);
    }

    /** A captcha that was used must stay so after a change of primary, or it could be used again. */
    private <T> T in(String collection, CollectionCallback<T> work) {
        return mongo.execute(collection, documents -> work.doInCollection(durable(documents)));
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> documents) {
        return documents.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }
}
