package it.dgc.revocation.requests.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/** The register in MongoDB. */
@Component
final class MongoRequestRegister implements RequestRegister {

    private final MongoTemplate mongo;

    MongoRequestRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public RequestEntry enter(RequestEntry received) {
        try {
            return mongo.insert(RequestDocument.of(received)).toEntry();
        } catch (DuplicateKeyException cameBefore) {
            return find(received.requestId()).orElseGet(() -> enter(received));
        }
    }

    @Override
    public Optional<RequestEntry> find(String requestId) {
        return Optional.ofNullable(mongo.findById(requestId, RequestDocument.class)).map(RequestDocument::toEntry);
    }

    @Override
    public void accepted(String requestId) {
        change(in(requestId, RequestState.ACCEPTED.outdone()), new Update().set("state", RequestState.ACCEPTED));
    }

    @Override
    public void decided(Decision decision, Instant at) {
        Update update = new Update().set("state", decision.state()).set("decidedAt", at);
        decision.certificates().ifPresent(count -> update.set("certificates", count));
        change(in(decision.requestId(), decision.state().outdone()).and("batch").is(decision.batch()), update);
    }

    /** Looks through all of them: they are few, and nobody waits. */
    @Override
    public void forget(Instant limit) {
        mongo.remove(query(where("receivedAt").lt(limit)), RequestDocument.class);
    }

    private static Criteria in(String requestId, List<RequestState> states) {
        return where("_id").is(requestId).and("state").in(states);
    }

    private void change(Criteria which, Update update) {
        mongo.updateFirst(query(which), update, RequestDocument.class);
    }
}
