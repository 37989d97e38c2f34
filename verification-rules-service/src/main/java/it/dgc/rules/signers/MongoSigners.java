package it.dgc.rules.signers;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/** The store in MongoDB: one document a signer and one for the counter, every step one atomic write (D4). */
@Component
final class MongoSigners implements SignerStore {

    private static final Logger LOG = LoggerFactory.getLogger(MongoSigners.class);

    private final MongoTemplate mongo;

    MongoSigners(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<StoredSigner> all() {
        return mongo.findAll(SignerDocument.class).stream().flatMap(document -> readable(document).stream()).toList();
    }

    /** One that another hand changed must not take the others from the verifiers. */
    private static Optional<StoredSigner> readable(SignerDocument document) {
        Optional<StoredSigner> signer = document.toSigner();
        if (signer.isEmpty()) {
            LOG.error("signer {} does not hold its certificate and is not served", document.id());
        }
        return signer;
    }

    @Override
    public int nextToken(int floor) {
        Query tokens = query(where("_id").is(CounterDocument.SIGNER_TOKEN));
        mongo.upsert(tokens, new Update().max("last", floor - 1L), CounterDocument.class);
        CounterDocument counter = mongo.findAndModify(tokens, new Update().inc("last", 1L),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                CounterDocument.class);
        return Math.toIntExact(counter.last());
    }

    @Override
    public boolean add(StoredSigner first) {
        try {
            mongo.insert(SignerDocument.of(first));
            return true;
        } catch (DuplicateKeyException isThere) {
            return false;
        }
    }

    @Override
    public boolean replace(StoredSigner seen, StoredSigner next) {
        return mongo.replace(unchanged(seen), SignerDocument.of(next)).getMatchedCount() == 1;
    }

    /** Every change moves the position, so the position tells whether there was one. */
    private static Query unchanged(StoredSigner seen) {
        return query(where("_id").is(seen.id()).and("partition").is(seen.applied().partition()).and("offset")
                .is(seen.applied().offset()).and("timestamp").is(seen.applied().timestamp()));
    }
}
