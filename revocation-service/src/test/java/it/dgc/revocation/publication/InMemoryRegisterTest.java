package it.dgc.revocation.publication;

class InMemoryRegisterTest implements VersionRegisterContract {

    private final InMemoryRegister register = new InMemoryRegister();

    @Override
    public VersionRegister testee() {
        return register;
    }
}
