package it.dgc.generation.revocation;

import java.time.Clock;
import java.util.Optional;

import it.dgc.generation.events.CertificateEventFactory;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.secrets.SecretsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Says, a day after its end, that a revoked certificate need not be listed any more (architecture D8). */
class EndedRevocations {

    private static final Logger LOG = LoggerFactory.getLogger(EndedRevocations.class);
    private static final int AT_ONCE = 10_000;

    /** Verifiers whose day is behind Rome's have left the last day too by then. */
    private static final int DAYS_AFTER = 2;

    private final CertificateRegistry registry;
    private final Revisions revisions;
    private final EndOfValidity ends;
    private final Clock clock;

    EndedRevocations(CertificateRegistry registry, Revisions revisions, EndOfValidity ends, Clock clock) {
        this.registry = registry;
        this.revisions = revisions;
        this.ends = ends;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dgc.revocation.look-for-ended-every:10m}")
    void tellOfEnded() {
        long unread = revisions.ended(ends.today().minusDays(DAYS_AFTER), AT_ONCE).stream()
                .filter(ended -> !canBeRead(ended)).count();
        if (unread > 0) {
            LOG.warn("{} revoked certificates that have ended cannot be read, and stay in the list", unread);
        }
    }

    /** One that cannot be read must not keep the others. */
    private boolean canBeRead(DueCertificate ended) {
        try {
            tell(ended);
            return true;
        } catch (SecretsException e) {
            LOG.debug("A revoked certificate that has ended cannot be read: {}", e.getClass().getName());
            return false;
        }
    }

    private void tell(DueCertificate ended) {
        Optional<CertificateEntry> entry = registry.find(ended.uvci());
        // It may have been issued later than was foreseen, by a signer whose certificates last longer.
        if (entry.filter(found -> ends.lastDay(found).isAfter(ended.day())).isPresent()) {
            return;
        }
        int seen = entry.map(found -> found.revisions().size()).orElse(0);
        revisions.end(ended, seen, CertificateEventFactory.ended(ended.uvci(), ended.day(), seen, clock.instant()));
    }
}
