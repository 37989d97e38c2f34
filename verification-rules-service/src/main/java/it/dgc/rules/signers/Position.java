package it.dgc.rules.signers;

/**
 * Where in the topic a message stood; keeps a replay from bringing a withdrawn key back for a moment.
 *
 * @param partition the partition; all messages of one kid share it
 * @param offset the place in it
 * @param timestamp milliseconds since 1970, as the record carries it; tells a replay from a topic that was rebuilt and
 *            counts from zero again
 */
record Position(int partition, long offset, long timestamp) {

    /** @return whether a key that has seen this position has seen {@code other} before */
    boolean covers(Position other) {
        return partition == other.partition && offset >= other.offset && timestamp >= other.timestamp;
    }
}
