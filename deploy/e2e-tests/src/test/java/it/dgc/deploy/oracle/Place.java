package it.dgc.deploy.oracle;

/** Where a record lies in its topic. */
public record Place(int partition, long offset) {

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
