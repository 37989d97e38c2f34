package it.dgc.deploy.oracle;

/**
 * What ought to have become of one record of the topic.
 *
 * @param fate that
 * @param reason code that a dead letter should give; empty for others
 * @param record the record
 */
record Expectation(Fate fate, String reason, TopicRecord record) {

    /** @return whether the register must know it */
    boolean isInRegister() {
        return fate == Fate.CERTIFICATE || fate == Fate.DEFERRAL || fate == Fate.REFUSAL;
    }
}
