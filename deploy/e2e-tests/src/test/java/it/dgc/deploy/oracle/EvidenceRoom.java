package it.dgc.deploy.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.deploy.oracle.wire.BrokenCertificate;
import it.dgc.deploy.oracle.wire.SignedText;

/** Collects the evidence from broker and store, both asked directly. */
public final class EvidenceRoom implements AutoCloseable {

    private static final String NOTIFICATIONS = "sistema-ts.exemptions";
    private static final String LETTERS = "sistema-ts.exemptions.dlt";
    private static final String EVENTS = "dgc.certificate-events";
    private static final String AUDIT = "dgc.audit";
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

    /** @return certificates whose events have not all left */
    public long openOutboxes() {
        return store.openOutboxes();
    }

    /** @return messages to holders that have not left */
    public long waitingMessages() {
        return store.waitingMessages();
    }

    /** @return audit events that are not chained yet */
    public long unchained() {
        Set<String> chained = store.auditTrail().stream().map(link -> link.getString("eventId"))
                .collect(Collectors.toSet());
        return broker.topic(AUDIT).stream().map(event -> event.json().getString("eventId"))
                .filter(id -> !chained.contains(id)).distinct().count();
    }

    /** @return everything in the store that a repetition must leave as it is */
    public String canonicalStore() {
        return store.canonical();
    }

    /** @return by CUEV, identifier and signed payload of every issued certificate, in hexadecimal digits */
    public Map<String, String> handedOut() throws BrokenCertificate {
        Map<String, String> handedOut = new HashMap<>();
        for (StoredCertificate certificate : store.certificates()) {
            if (certificate.qrText().isPresent()) {
                handedOut.put(certificate.cuev(),
                        certificate.uvci() + ' ' + SignedText.read(certificate.qrText().get()).payload());
            }
        }
        return handedOut;
    }

    /** @return how many dead letters there are */
    public int letters() {
        return broker.topic(LETTERS).size();
    }

    /**
     * @param outbox directory of the journals of mail server and gateway
     * @return what the auditor and the holders were told
     */
    public Traces traces(Path outbox) throws IOException {
        return new Traces(broker.topic(AUDIT), store.auditTrail(), store.refusals(), Journals.messages(outbox));
    }

    /** @return all there is */
    public Evidence collect(Ledger ledger, List<Trouble> troubles) {
        return new Evidence(ledger, broker.topic(NOTIFICATIONS),
                broker.topic(LETTERS).stream().map(this::opened).toList(),
                broker.topic(EVENTS), broker.topic(SIGNERS), store.certificates(), store.staleHints(), lag(),
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
