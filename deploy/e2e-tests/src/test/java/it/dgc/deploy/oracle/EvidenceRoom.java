package it.dgc.deploy.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Collects the evidence from broker and store, both asked directly. */
public final class EvidenceRoom implements AutoCloseable {

    private static final String NOTIFICATIONS = "sistema-ts.exemptions";
    private static final String LETTERS = "sistema-ts.exemptions.dlt";
    private static final String EVENTS = "dgc.certificate-events";
    private static final String SIGNERS = "dgc.signer-certificates";
    private static final String GROUP = "generation-service";

    private final Vault vault;
    private final BrokerDump broker;
    private final StoreDump store;

    /**
     * @param kafka {@code host:port} of the broker
     * @param mongo connection string of the store
     * @param secrets the generation service's directory of keysets
     */
    public EvidenceRoom(String kafka, String mongo, Path secrets) throws IOException, GeneralSecurityException {
        this.vault = Vault.open(secrets);
        this.broker = new BrokerDump(kafka, GROUP);
        this.store = new StoreDump(mongo, vault);
    }

    /** @return records that the generation service is not done with */
    public long lag() {
        return broker.lag(NOTIFICATIONS);
    }

    /** @return certificates whose events may not all have left */
    public long openOutboxes() {
        return store.hints();
    }

    /** @return all there is */
    public Evidence collect(Ledger ledger, List<Trouble> troubles) {
        return new Evidence(ledger, broker.topic(NOTIFICATIONS),
                broker.topic(LETTERS).stream().map(this::opened).toList(),
                broker.topic(EVENTS), broker.topic(SIGNERS), store.certificates(), store.hints(), lag(),
                LocalDate.now(ZoneId.of("Europe/Rome")), troubles);
    }

    @Override
    public void close() {
        broker.close();
        store.close();
    }

    private TopicRecord opened(TopicRecord letter) {
        return new TopicRecord(letter.place(), letter.time(), letter.key(), vault.decrypt(letter.value(), LETTERS),
                letter.headers());
    }
}
