package it.dgc.revocation.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.publication.ledger.HeldVersion;
import it.dgc.revocation.publication.ledger.Release;
import it.dgc.revocation.publication.ledger.VersionRegister;
import it.dgc.revocation.publication.ledger.VersionRegisterContract;
import org.springframework.dao.DataAccessResourceFailureException;

/** The register as maps, trusted because it passes {@link VersionRegisterContract}; with a knob for the day it is away. */
public final class InMemoryRegister implements VersionRegister {

    private record Lease(String instance, Instant until) {}

    final NavigableMap<Long, VersionMark> versions = new ConcurrentSkipListMap<>();
    private final Map<String, Release> releases = new ConcurrentHashMap<>();
    private Lease lease = new Lease("", Instant.MIN);
    private HeldVersion held;
    private volatile boolean away;

    void away(boolean now) {
        away = now;
    }

    @Override
    public boolean publish(VersionMark mark) {
        answer();
        return versions.putIfAbsent(mark.version(), mark) == null;
    }

    @Override
    public List<VersionMark> after(long version) {
        answer();
        return InMemoryLog.consecutive(versions, version);
    }

    @Override
    public Optional<VersionMark> at(long version) {
        answer();
        return Optional.ofNullable(versions.get(version));
    }

    @Override
    public synchronized boolean lead(String instance, Instant now, Instant until) {
        answer();
        if (!lease.instance().equals(instance) && !lease.until().isBefore(now)) {
            return false;
        }
        lease = new Lease(instance, until);
        return true;
    }

    @Override
    public synchronized void hold(HeldVersion version) {
        answer();
        held = version;
    }

    @Override
    public synchronized Optional<HeldVersion> held() {
        answer();
        return Optional.ofNullable(held);
    }

    @Override
    public void release(Release release) {
        answer();
        releases.putIfAbsent(release.version() + "-" + release.position(), release);
    }

    @Override
    public Optional<Release> released(long version, long position) {
        answer();
        return Optional.ofNullable(releases.get(version + "-" + position));
    }

    private void answer() {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
    }
}
