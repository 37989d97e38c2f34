package it.dgc.rules.signers;

class InMemorySignersTest implements SignerStoreContract {

    private final InMemorySigners signers = new InMemorySigners();

    @Override
    public SignerStore testee() {
        return signers;
    }
}
