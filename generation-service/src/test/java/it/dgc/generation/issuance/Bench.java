package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;
import it.dgc.generation.signing.Signers;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.InMemoryRegistry;
import it.dgc.generation.testing.InMemoryRevokedBatches;
import it.dgc.generation.testing.InMemorySuspendedDoctors;
import it.dgc.generation.testing.MutableClock;

/** Issuance with everything around it real, but for the store, the broker and the time. */
final class Bench {

    /** A document signer that is usable in all of 2022 and later. */
    static final DocumentSigner SIGNER = Signers.valid("2021-06-01T00:00:00Z", "2030-01-01T12:00:00Z");

    final MutableClock clock;
    final Secrets secrets;
    final InMemoryRegistry store;
    final FailingRegistry registry;
    final RecordingSigner signer;
    final InMemorySuspendedDoctors doctors = new InMemorySuspendedDoctors();
    final InMemoryRevokedBatches batches = new InMemoryRevokedBatches();
    final List<OutboxLease> relayed = new CopyOnWriteArrayList<>();
    final EventRelay relay = new NotedRelay();
    final CertificateIssuance issuance;
    final IssuanceInStep inStep;
    final DeferredCertificates deferred;

    private Bench(Secrets secrets, MutableClock clock, DocumentSigner signer) {
        this.clock = clock;
        this.secrets = secrets;
        this.signer = new RecordingSigner(signer);
        this.store = new InMemoryRegistry(secrets.index(), clock);
        this.registry = new FailingRegistry(store);
        SignerRing signers = Signers.ring(this.signer);
        this.issuance = new CertificateIssuance(registry, store.revisions(), secrets, signers, relay,
                doctors, batches, clock);
        this.inStep = new IssuanceInStep(issuance, registry, signers, relay, doctors, batches);
        this.deferred = new DeferredCertificates(registry, issuance, clock);
    }

    private final class NotedRelay implements EventRelay {

        @Override
        public void relay(OutboxLease lease) {
            relayed.add(lease);
        }

        @Override
        public void send(List<OutboxMessage> messages) {
            throw new AssertionError("Issuance sends by the outboxes alone");
        }
    }

    static Bench at(String now, Path directory) {
        return new Bench(Secrets.loadOrCreate(directory), MutableClock.pinned(now), SIGNER);
    }

    static Bench at(String now, Path directory, DocumentSigner signer) {
        return new Bench(Secrets.loadOrCreate(directory), MutableClock.pinned(now), signer);
    }

    /** @return the same platform after its store has lost everything */
    Bench withLostStore() {
        return new Bench(secrets, clock, signer);
    }

    GenerationOutcome handle(EventToCertify event) {
        return issuance.handle(event);
    }

    CertificateEntry entry(int number) {
        return store.find(Events.cuev(number)).orElseThrow();
    }

    /** @return what the issued certificate says */
    Hcert certificate(int number) {
        return decoded(entry(number).qrText().orElseThrow());
    }

    static Hcert decoded(String text) {
        return ((HcertInspection.Readable) HcertDecoder.inspect(text)).hcert();
    }

    /** @return the bytes that were signed, but for the header */
    static byte[] payload(String text) {
        Hcert hcert = decoded(text);
        return HcertEncoder.payload(
                new HcertClaims(hcert.issuer(), hcert.issuedAt(), hcert.expiresAt(), hcert.dcc()));
    }
}
