package it.dgc.revocation.publication.store;

import java.util.List;
import java.util.Optional;

import it.dgc.revocation.publication.ledger.LogRow;
import it.dgc.revocation.publication.ledger.RevocationLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The log in MongoDB: a document a row, and one a digest of an event. */
@Component
final class MongoRevocationLog implements RevocationLog {

    private final MongoTemplate mongo;
    private final MongoSequence<LogDocument> rows;

    MongoRevocationLog(MongoTemplate mongo) {
        this.mongo = mongo;
        this.rows = new MongoSequence<>(mongo, LogDocument.class, LogDocument::position);
    }

    @Override
    public boolean append(LogRow row) {
        return rows.add(LogDocument.of(row));
    }

    @Override
    public List<LogRow> after(long position) {
        return rows.after(position).stream().map(LogDocument::toRow).takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<LogRow> at(long position) {
        return rows.at(position).flatMap(LogDocument::toRow);
    }

    @Override
    public boolean hasSeen(String event) {
        return mongo.findById(event, SeenDocument.class) != null;
    }

    @Override
    public void seen(String event) {
        try {
            mongo.insert(new SeenDocument(event));
        } catch (DuplicateKeyException isNoted) {
            return;
        }
    }
}
