package it.dgc.revocation.publication.store;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.publication.ledger.LogRow;
import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.RevocationLogContract;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MongoRevocationLogTest implements RevocationLogContract {

    private final TestDatabase database = new TestDatabase();
    private final MongoRevocationLog log = new MongoRevocationLog(database.template());

    @Override
    public RevocationLog testee() {
        return log;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesADocumentThatAnotherHandChangedForAHole() {
        log.append(new LogRow(1, LogRow.Change.ADDED, Hashes.number(1)));
        database.template().getCollection("log").insertOne(new Document("_id", 2L).append("change", "ADDED")
                .append("hash", "shortened"));
        assertThat(log.after(0)).hasSize(1);
        assertThat(log.at(2)).isEmpty();
    }
}
