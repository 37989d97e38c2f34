package it.dgc.deploy.local.verifier;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import it.dgc.common.verification.VerificationData;

/** The data of one verifier: synchronised where the server answers, else as they were when it last did. */
public final class VerifierData {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * @param data to verify with; they say themselves whether they are too old
         * @param unreadable how many published certificates were passed over
         */
        record Had(VerificationData data, int unreadable) implements Outcome {}

        /** @param why nothing can be decided */
        record Missing(String why) implements Outcome {}
    }

    private final URI server;
    private final LocalCopy copy;

    /**
     * @param server {@code http://host:port}, without a closing slash
     * @param directory where copies are kept
     */
    public VerifierData(URI server, Path directory) {
        this.server = server;
        this.copy = LocalCopy.of(directory, server);
    }

    /**
     * @param now the time
     * @param at the time that is asked about
     * @return the data
     */
    public Outcome forTime(Instant now, Instant at) {
        Optional<SyncedData> known = copy.read();
        try (PublicEndpoints endpoints = new PublicEndpoints(server)) {
            SyncedData fetched = SyncedData.fetch(endpoints, known.map(SyncedData::list).orElse(ListCopy.NONE), now);
            VerificationData data = fetched.forTime(now, at);
            copy.write(fetched);
            return new Outcome.Had(data, fetched.unreadable());
        } catch (SyncException failed) {
            return known.map(kept -> kept(kept, now, at)).orElseGet(() -> new Outcome.Missing(failed.getMessage()));
        }
    }

    private static Outcome kept(SyncedData kept, Instant now, Instant at) {
        try {
            return new Outcome.Had(kept.forTime(now, at), kept.unreadable());
        } catch (SyncException unusable) {
            return new Outcome.Missing(unusable.getMessage());
        }
    }
}
