package it.dgc.revocation.publication.store;

import it.dgc.revocation.publication.ledger.VersionRegister;
import it.dgc.revocation.publication.ledger.VersionRegisterContract;
import org.junit.jupiter.api.AfterEach;

class MongoVersionRegisterTest implements VersionRegisterContract {

    private final TestDatabase database = new TestDatabase();
    private final MongoVersionRegister register = new MongoVersionRegister(database.template());

    @Override
    public VersionRegister testee() {
        return register;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
