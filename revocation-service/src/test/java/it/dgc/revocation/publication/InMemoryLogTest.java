package it.dgc.revocation.publication;

import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.RevocationLogContract;

class InMemoryLogTest implements RevocationLogContract {

    private final InMemoryLog log = new InMemoryLog();

    @Override
    public RevocationLog testee() {
        return log;
    }
}
