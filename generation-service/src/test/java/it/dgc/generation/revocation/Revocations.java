package it.dgc.generation.revocation;

import java.util.ArrayList;
import java.util.List;

import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.Signers;
import it.dgc.generation.testing.InMemoryRegistry;
import it.dgc.generation.testing.MutableClock;

/** The room with everything around it in memory, for tests of other rooms. */
public final class Revocations {

    private final CertificateRevocation revocation;
    private final EndedRevocations ended;
    private final List<OutboxMessage> said = new ArrayList<>();

    public Revocations(InMemoryRegistry registry, Secrets secrets, RevokedBatches batches, SuspendedDoctors doctors,
            DocumentSigner signer, MutableClock clock) {
        EndOfValidity ends = new EndOfValidity(Signers.ring(signer), clock);
        revocation = new CertificateRevocation(registry, registry.revisions(), batches, doctors, secrets, new Noting(),
                ends,
                clock);
        ended = new EndedRevocations(registry, registry.revisions(), ends, clock);
    }

    public void handle(RevocationOrder order) {
        revocation.handle(order);
    }

    public void tellOfEnded() {
        ended.tellOfEnded();
    }

    /** @return what was sent beside the outboxes */
    public List<OutboxMessage> said() {
        return said;
    }

    private final class Noting implements EventRelay {

        @Override
        public void relay(OutboxLease lease) {
            // what is in the outbox the test sees there
        }

        @Override
        public void send(List<OutboxMessage> messages) {
            said.addAll(messages);
        }
    }
}
