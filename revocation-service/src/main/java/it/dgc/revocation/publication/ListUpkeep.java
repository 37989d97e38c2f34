package it.dgc.revocation.publication;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.disk.ListDirectory;
import it.dgc.revocation.drl.served.NewerVersions;
import it.dgc.revocation.drl.served.ServedList;
import it.dgc.revocation.publication.ledger.HeldReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Brings what is served up to the store, and the store up to the log when it is this instance's turn. */
public final class ListUpkeep implements NewerVersions {

    private static final Logger LOG = LoggerFactory.getLogger(ListUpkeep.class);

    /** Clients that ask for what is not there must not each cost a look into the store. */
    private static final Duration LOOKED_JUST_NOW = Duration.ofMillis(200);

    private final RevocationList list;
    private final Publisher publisher;
    private final ListDirectory directory;
    private final ServedList served;
    private final PublicationState state;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Instant looked = Instant.MIN;
    private long saved;

    ListUpkeep(RevocationList list, Publisher publisher, ListDirectory directory, ServedList served,
            PublicationState state, Clock clock) {
        this.list = list;
        this.publisher = publisher;
        this.directory = directory;
        this.served = served;
        this.state = state;
        this.clock = clock;
        this.saved = list.mark().version();
        list.newest().ifPresent(this::serve);
    }

    /** One round: read, publish if it is time and this instance's turn, serve. A store that is away changes nothing. */
    public void round() {
        oneAtATime.lock();
        try {
            if (catchUp() && publisher.publish()) {
                catchUp();
            }
        } catch (DataAccessException away) {
            LOG.warn("the store is away, the list stays as it is: {}", away.getClass().getSimpleName());
            served.doubt(clock.instant());
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public Look look() {
        if (served.now().unconfirmedSince().isPresent()) {
            return Look.UNKNOWN; // the next round will find out; a request must not wait for a store that is away
        }
        oneAtATime.lock();
        try {
            boolean justNow = looked.isAfter(clock.instant().minus(LOOKED_JUST_NOW));
            return justNow || catchUp() ? Look.UP_TO_DATE : Look.UNKNOWN;
        } catch (DataAccessException away) {
            served.doubt(clock.instant());
            return Look.UNKNOWN;
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean catchUp() {
        Optional<HeldReason> damage = list.catchUp();
        list.newest().ifPresent(this::serve);
        damage.ifPresentOrElse(this::distrust, this::trust);
        return damage.isEmpty();
    }

    private void trust() {
        looked = clock.instant();
        state.repaired();
        served.confirm();
    }

    private void distrust(HeldReason reason) {
        if (state.damaged(reason)) {
            LOG.error("the store is not what it was: {}; version {} stays", reason, list.mark().version());
        }
        served.doubt(clock.instant());
    }

    private void serve(ListVersion version) {
        if (version.mark().version() > saved) {
            save(version);
        }
        if (served.newest().filter(known -> known == version).isEmpty()) {
            version.prepare();
            served.serve(version);
        }
    }

    /** A disk that is full must not keep a revocation from the verifiers. */
    private void save(ListVersion version) {
        try {
            directory.save(version);
            saved = version.mark().version();
        } catch (IOException e) {
            state.notSaved();
            LOG.error("version {} could not be written to disk: {}", version.mark().version(), e.getClass().getName());
        }
    }
}
