package it.dgc.revocation.publication;

import it.dgc.revocation.publication.ledger.VersionRegister;
import it.dgc.revocation.publication.ledger.VersionRegisterContract;

class InMemoryRegisterTest implements VersionRegisterContract {

    private final InMemoryRegister register = new InMemoryRegister();

    @Override
    public VersionRegister testee() {
        return register;
    }
}
