package it.dgc.generation.registry;

import java.util.List;
import java.util.Set;

/**
 * A change to whether a certificate may be accepted.
 *
 * @param state where it stands afterwards
 * @param grounds why it is revoked afterwards
 * @param id identifies the change: the same is made once
 * @param messages leave with it
 * @param tests what is known of tests afterwards; {@link TestHistory#NONE} leaves what was known before
 */
public record Revision(CertificateState state, Set<Ground> grounds, String id, List<OutboxMessage> messages,
        TestHistory tests) {

    /** A change that says nothing of tests. */
    public Revision(CertificateState state, Set<Ground> grounds, String id, List<OutboxMessage> messages) {
        this(state, grounds, id, messages, TestHistory.NONE);
    }
}
