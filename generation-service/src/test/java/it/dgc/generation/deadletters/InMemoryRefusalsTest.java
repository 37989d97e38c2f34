package it.dgc.generation.deadletters;

class InMemoryRefusalsTest implements RefusalsContract {

    private final InMemoryRefusals refusals = new InMemoryRefusals();

    @Override
    public Refusals refusals() {
        return refusals;
    }
}
