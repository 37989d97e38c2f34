package it.dgc.revocation.publication;

class InMemoryLogTest implements RevocationLogContract {

    private final InMemoryLog log = new InMemoryLog();

    @Override
    public RevocationLog testee() {
        return log;
    }
}
